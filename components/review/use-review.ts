import { useMemo, useState } from 'preact/hooks';
import type { Finding } from '#lib/model/decision.ts';
import type { Identity } from '#lib/model/identity.ts';
import type { Choice, LabelPreview, ReviewProps } from './contract.ts';

/** One line of the list of checks. `isSettled`: the choices made so far answer it. */
export interface Check {
  finding: Finding;
  isSettled: boolean;
}

export interface Review {
  choice: Choice;
  preview: LabelPreview;
  checks: Check[];
  /** Checks that the policy requires and that are still open. */
  open: Finding[];
  /** What was typed where there is no identity yet. */
  typedName: string;
  change(change: Partial<Choice>): void;
  typeName(name: string): void;
}

/** The first identity has a fixed id, so that typing the name in two tabs makes one identity, not two. */
const firstIdentity = (name: string): Identity => ({ id: 'first', name, form: 'person' });

const sameFinding = (a: Finding) => (b: Finding) => a.rule === b.rule && a.code === b.code;

/** Open checks first, required before advised; what the label settles follows as done. */
const listChecks = (asked: readonly Finding[], { findings: left, tooMany }: LabelPreview): Check[] => {
  const open = [...left].sort((a, b) => Number(b.level === 'require') - Number(a.level === 'require'));
  const isAnswered = ({ rule, fix }: Finding): boolean =>
    !left.some((other) => other.rule === rule) &&
    !(tooMany > 0 && (fix === 'add-label' || fix === 'move-label'));
  const settled = asked.filter(isAnswered);
  const once = settled.filter((finding, index) => settled.findIndex(sameFinding(finding)) === index);
  return [
    ...open.map((finding) => ({ finding, isSettled: false })),
    ...once.map((finding) => ({ finding, isSettled: true })),
  ];
};

export const useReview = (
  props: Pick<ReviewProps, 'initial' | 'preview'> & { decision: NonNullable<ReviewProps['decision']> },
): Review => {
  const [choice, setChoice] = useState(props.initial);
  const [typedName, setTypedName] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `preview` is pure in the choice; a new closure is no new answer
  const preview = useMemo(() => props.preview(choice), [choice, props.decision]);
  const checks = useMemo(() => listChecks(props.decision.findings, preview), [props.decision, preview]);
  return {
    choice,
    preview,
    checks,
    open: preview.findings.filter((finding) => finding.level === 'require'),
    typedName,
    change: (change) => setChoice((before) => ({ ...before, ...change })),
    typeName: (name) => {
      setTypedName(name);
      const trimmed = name.trim();
      setChoice((before) => ({ ...before, identity: trimmed === '' ? undefined : firstIdentity(trimmed) }));
    },
  };
};
