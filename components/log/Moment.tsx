import { useLocale } from '../ui/locale-context.ts';

/** A point in time, in the reader's language and time zone. */
export const Moment = ({ time }: { time: number }) => {
  const { language } = useLocale();
  const date = new Date(time);
  return (
    <time dateTime={date.toISOString()}>
      {new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(date)}
    </time>
  );
};
