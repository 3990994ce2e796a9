import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '#lib/i18n/text.ts';
import { useLocale, useText } from '../ui/locale-context.ts';
import type { ChangePiece } from './fold-changes.ts';
import { VisibleText } from './VisibleText.tsx';

const STARTS = { removed: 'changeRemoved', added: 'changeAdded' } as const satisfies Record<
  string,
  MessageKey
>;
const FOLDED = {
  same: 'changesFoldedSame',
  removed: 'changesFoldedRemoved',
  added: 'changesFoldedAdded',
} as const satisfies Record<string, MessageKey>;

/** A line through what went, a line under what came; words for the ear. */
const Marked = ({ is, children }: { is: keyof typeof STARTS; children: ComponentChildren }) => {
  const { text, dir } = useLocale();
  const Tag = is === 'removed' ? 'del' : 'ins';
  return (
    <Tag class="change">
      <span class="sr-only" dir={dir}>
        {text(STARTS[is])}{' '}
      </span>
      <span class="change-words">{children}</span>
      <span class="sr-only" dir={dir}>
        {' '}
        {text('changeEnds')}
      </span>
    </Tag>
  );
};

const Words = ({ is, text }: Pick<ChangePiece, 'is' | 'text'>) => {
  if (is !== 'removed' && is !== 'added') return <VisibleText text={text} />;
  const words = text.trimEnd();
  return (
    <>
      <Marked is={is}>
        <VisibleText text={words} />
      </Marked>
      {text.slice(words.length)}
    </>
  );
};

const Unfolding = ({ piece: { is, text: words, folded } }: { piece: ChangePiece }) => {
  const { text, language, dir } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const shown = useRef<HTMLSpanElement>(null);
  // The button is gone: the focus goes on to what it has brought.
  useEffect(() => {
    if (isOpen) shown.current?.focus({ preventScroll: true });
  }, [isOpen]);
  if (isOpen)
    return (
      <span tabIndex={-1} ref={shown}>
        <Words is={is} text={words} />
      </span>
    );
  return (
    <>
      <button
        type="button"
        class="fold"
        dir={dir}
        aria-expanded={false}
        onClick={(event) => {
          if (event.isTrusted) setOpen(true);
        }}
      >
        {text(FOLDED[is === 'apart' ? 'same' : is], new Intl.NumberFormat(language).format(folded))}
      </button>{' '}
    </>
  );
};

/** What a tool wrote and a draft says, in one text. */
export const ChangedText = ({ pieces }: { pieces: readonly ChangePiece[] }) => {
  const text = useText();
  const { dir } = useLocale();
  return (
    <div class="changed-text" dir="auto">
      {pieces.map((piece, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces are positions of one comparison
        if (piece.is === 'apart')
          return (
            <span key={index} class="change-apart" dir={dir}>
              {text('changesApart')}
            </span>
          );
        if (piece.folded > 0) return <Unfolding key={index} piece={piece} />;
        return <Words key={index} is={piece.is} text={piece.text} />;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces are positions of one comparison
      })}
    </div>
  );
};
