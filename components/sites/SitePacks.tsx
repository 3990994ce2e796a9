import { useRef } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useLocale } from '../ui/locale-context.ts';
import type { SitesModel } from './contract.ts';

/** Newer definitions from a file: what came in, and what was wrong with one that did not. */
export const SitePacks = ({ model }: { model: SitesModel }) => {
  const { text, language } = useLocale();
  const file = useRef<HTMLInputElement>(null);
  const importing = model.importing.value;
  const packs = model.overview.value?.packs ?? [];
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const read = async (): Promise<void> => {
    const chosen = file.current?.files?.[0];
    if (chosen) await model.importPack(await chosen.text());
    // The same file again is a new wish.
    if (file.current) file.current.value = '';
  };
  return (
    <section class="site-packs">
      <h2 class="section-title">{text('packsTitle')}</h2>
      <p class="soft">{text('packsExplain')}</p>
      {packs.length > 0 && (
        <ul class="rows">
          {packs.map((pack) => (
            <li key={pack.title} class="rows-item">
              <span class="rows-words">
                <strong dir="auto">{pack.title}</strong>
                <span class="soft">
                  {text('packImported', day.format(new Date(pack.importedAt)), pack.sites)}
                </span>
              </span>
              <Button small kind="danger" onPress={() => void model.removePack(pack.title)}>
                {text('actionRemove')}
                <span class="sr-only"> {pack.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={file}
        id="site-pack"
        class="sr-only"
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        aria-label={text('packChoose')}
        onChange={() => void read()}
      />
      <Button onPress={() => file.current?.click()} unavailable={importing.is === 'running'}>
        {text('packChoose')}
      </Button>
      <div role="status">{importing.is === 'done' && text('packDone')}</div>
      {importing.is === 'refused' && (
        <Banner tone="danger" role="alert" title={text('packRefused')}>
          <ul class="pack-problems">
            {importing.problems.map(({ line, column, path, reason }) => (
              <li key={`${line} ${column} ${path} ${reason}`}>
                {text('packProblem', line, column)}{' '}
                {path !== '' && (
                  <>
                    <code dir="ltr">{path}</code>{' '}
                  </>
                )}
                <span lang="en">{reason}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </section>
  );
};
