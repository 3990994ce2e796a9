import type { MessageKey } from '#lib/i18n/text.ts';
import type { Protection } from '#lib/model/flow.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { useText } from '../ui/locale-context.ts';
import type { TabModel } from './contract.ts';

interface Look {
  title: MessageKey;
  explains: MessageKey;
  icon: IconName;
  tone: string;
}

const STATES: Record<Protection, Look> = {
  protected: { title: 'tabProtected', explains: 'tabProtectedExplains', icon: 'shield', tone: 'good' },
  changed: { title: 'tabChanged', explains: 'tabChangedExplains', icon: 'alert', tone: 'caution' },
  unwatched: { title: 'tabUnwatched', explains: 'tabUnwatchedExplains', icon: 'off', tone: '' },
};

const OTHER: Record<'tool' | 'off-limits' | 'unknown', Look> = {
  tool: { title: 'tabTool', explains: 'tabToolExplains', icon: 'eye', tone: '' },
  'off-limits': { title: 'tabOffLimits', explains: 'tabOffLimitsExplains', icon: 'off', tone: '' },
  unknown: { title: 'tabUnknown', explains: 'tabUnknownExplains', icon: 'alert', tone: 'caution' },
};

const SWITCHING: Record<'declined' | 'failed' | 'reload', MessageKey> = {
  declined: 'switchDeclined',
  failed: 'switchFailed',
  reload: 'switchReload',
};

/** Whether Candor protects this tab, in one word and one sentence. */
export const TabCard = ({ model }: { model: TabModel }) => {
  const text = useText();
  const tab = model.tab.value;
  const switching = model.switching.value;
  if (tab.is === 'loading') {
    return (
      <section class="tab-card" aria-busy="true">
        <p class="soft">{text('loading')}</p>
      </section>
    );
  }
  const { title, explains, icon, tone } = tab.is === 'known' ? STATES[tab.protection] : OTHER[tab.is];
  const siteName = tab.is === 'known' || tab.is === 'tool' ? tab.siteName : '';
  return (
    <section class={`tab-card ${tone}`} aria-labelledby="tab-title">
      <Icon name={icon} size={22} />
      <div class="tab-words">
        <h2 id="tab-title">{text(title, siteName)}</h2>
        <p>{text(explains, siteName)}</p>
        {tab.is === 'known' && tab.origin !== undefined && switching !== 'reload' && (
          <Button kind="primary" unavailable={switching === 'asking'} onPress={() => void model.switchOn()}>
            {text('switchOn', siteName)}
          </Button>
        )}
        <p role="status" class="tab-said">
          {switching !== 'no' && switching !== 'asking' && text(SWITCHING[switching])}
        </p>
      </div>
    </section>
  );
};
