import { useState } from 'preact/hooks';
import type { CompletionReport } from '#lib/model/log-entry.ts';
import type { PostStory } from '#lib/model/log-query.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { PostsPorts } from '../contract.ts';
import { mailLink } from './mail-link.ts';

/** Some systems cut an address that is longer than about 2,000 characters. */
const LONGEST = 900;

interface ReportFormProps {
  story: PostStory;
  ports: Pick<PostsPorts, 'targetOf'>;
  onReport(source: string, by: CompletionReport['by']): Promise<void>;
}

const excerptOf = ({ texts }: PostStory): string => {
  const words = (texts.find(({ what }) => what === 'draft') ?? texts.find(({ what }) => what === 'final'))
    ?.text;
  return words === undefined ? '' : [...words].slice(0, LONGEST).join('');
};

/** Tells the maker of an AI tool what it wrote: by a mail that the person reads first, or by the maker's form. */
export const ReportForm = ({ story, ports, onReport }: ReportFormProps) => {
  const locale = useLocale();
  const { text, language } = locale;
  const evidence = story.entries.flatMap((entry) => entry.evidence ?? []);
  const sources = [...new Set(evidence.map(({ source }) => source))];
  const [source, setSource] = useState(sources[0] ?? '');
  const { name, form } = ports.targetOf(source);
  const time = evidence.find((piece) => piece.source === source)?.time;
  const when =
    time === undefined
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(time);
  const [to, setTo] = useState('');
  const [subject, setSubject] = useState<string>();
  const [body, setBody] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const mail = {
    to,
    subject: subject ?? text('reportSubject', name),
    body: body ?? text('reportBody', name, when, excerptOf(story)),
  };
  const record = (by: CompletionReport['by']): void => {
    setProblem(undefined);
    onReport(source, by).catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  if (sources.length === 0) return null;
  return (
    <details class="story-form story-report">
      <summary>{text('reportTitle')}</summary>
      {sources.length > 1 && (
        <Select
          id="report-source"
          label={text('reportTo')}
          value={source}
          options={sources.map((value) => ({ value, name: ports.targetOf(value).name }))}
          onChange={setSource}
        />
      )}
      {form !== undefined && (
        <div class="row">
          <a
            class="button"
            href={form}
            target="_blank"
            rel="noopener noreferrer"
            onClick={() => record('form')}
          >
            {text('reportForm', name)}
            <Icon name="external" size={13} />
          </a>
        </div>
      )}
      <p class="soft">{text('reportMailExplains', name)}</p>
      <TextField id="report-mail-to" label={text('reportMailTo')} value={to} onInput={setTo} />
      <TextField
        id="report-subject"
        label={text('reportMailSubject')}
        value={mail.subject}
        onInput={setSubject}
      />
      <TextField
        id="report-body"
        label={text('reportMailBody')}
        multiline
        value={mail.body}
        onInput={setBody}
      />
      <div class="row">
        <a class="button" href={mailLink(mail)} onClick={() => record('mail')}>
          {text('reportMail')}
        </a>
      </div>
      {problem !== undefined && (
        <Banner tone="danger" role="alert" title={text('noteFailed')}>
          <p>{problem}</p>
        </Banner>
      )}
    </details>
  );
};
