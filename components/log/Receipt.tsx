import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import { Switch } from '../ui/Switch.tsx';
import type { PostSummary } from './contract.ts';
import { ReviewCard } from './ReviewCard.tsx';
import type { ReceiptPorts, ReceiptSummary } from './receipt-contract.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Told = Pick<PostSummary, 'post' | 'siteName' | 'excerpt'>;

interface DialogProps {
  post: Told;
  receipts: ReceiptPorts;
  onClose(): void;
}

/** What the receipt of one post is, and the ways to take it along. */
export const ReceiptDialog = ({ post, receipts, onClose }: DialogProps) => {
  const text = useText();
  const [receipt, setReceipt] = useState<ReceiptSummary>();
  const [problem, setProblem] = useState<string>();
  const [withText, setWithText] = useState(false);
  const [withName, setWithName] = useState(true);
  const dialog = useRef<HTMLDialogElement>(null);
  const card = useRef<SVGSVGElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog is of one post, and opens once
  useEffect(() => {
    dialog.current?.showModal();
    receipts.read(post.post).then(setReceipt, (error: unknown) => setProblem(messageOf(error)));
  }, []);

  const take = (taken: Promise<void>): void => {
    setProblem(undefined);
    taken.catch((error: unknown) => setProblem(messageOf(error)));
  };
  const saveCard = (format: 'svg' | 'png'): void => {
    if (card.current) take(receipts.saveCard(card.current, format));
  };

  return (
    <dialog ref={dialog} class="receipt" aria-labelledby="receipt-title" onClose={onClose}>
      <h2 id="receipt-title">{text('receiptTitle')}</h2>
      <p>{text('receiptExplains')}</p>
      {post.excerpt !== undefined && (
        <div class="row">
          <Switch id="receipt-text" isOn={withText} onChange={setWithText} />
          <label for="receipt-text">{text('receiptWithText')}</label>
        </div>
      )}
      <div class="row">
        <Switch id="receipt-name" isOn={withName} onChange={setWithName} />
        <label for="receipt-name">{text('receiptWithName')}</label>
      </div>
      <div class="row">
        <Button kind="primary" onPress={() => take(receipts.save(post.post, { withText, withName }))}>
          <Icon name="download" />
          {text('receiptSave')}
        </Button>
      </div>
      {receipt?.event === 'post.approved' && (
        <>
          <ReviewCard receipt={receipt} cardRef={card} />
          <div class="row">
            <Button small onPress={() => saveCard('svg')}>
              {text('cardSaveSvg')}
            </Button>
            <Button small onPress={() => saveCard('png')}>
              {text('cardSavePng')}
            </Button>
          </div>
        </>
      )}
      {receipt && receipt.event !== 'post.approved' && <p class="soft">{text('cardNone')}</p>}
      {problem !== undefined && (
        <Banner tone="danger" title={text('receiptFailed')} role="alert">
          <p>{problem}</p>
        </Banner>
      )}
      <div class="row">
        <Button kind="quiet" onPress={() => dialog.current?.close()}>
          {text('receiptClose')}
        </Button>
      </div>
    </dialog>
  );
};

/** The receipt of one post, behind a small button. */
export const Receipt = ({ post, receipts }: { post: Told; receipts: ReceiptPorts }) => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button small onPress={() => setIsOpen(true)}>
        {text('receiptOpen')}
        <span class="sr-only"> {text('receiptOpenOf', post.siteName, post.excerpt ?? '')}</span>
      </Button>
      {isOpen && <ReceiptDialog post={post} receipts={receipts} onClose={() => setIsOpen(false)} />}
    </>
  );
};
