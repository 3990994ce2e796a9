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
  /** The role says less than what was found. */
  isLowered: boolean;
  /** How much the policy wants the site's own AI switch for this role; nothing where it does not. */
  switchLevel: Finding['level'] | undefined;
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

/** Rules whose findings come and go with the role that is chosen here: the preview speaks for them. */
const CHOSEN: ReadonlySet<string> = new Set(['role-evidence', 'native-switch']);

/** A reason belongs to a lowered role only; it comes back with the role. */
const withoutReason = ({ roleReason: _, ...choice }: Choice): Choice => choice;

export const useReview = (
  props: Pick<ReviewProps, 'initial' | 'preview' | 'askForReason' | 'findSwitchLevel'> & {
    decision: NonNullable<ReviewProps['decision']>;
  },
): Review => {
  const { decision } = props;
  const [chosen, setChosen] = useState(props.initial);
  const [typedName, setTypedName] = useState('');
  const asked = props.askForReason(chosen.role);
  const choice = asked ? chosen : withoutReason(chosen);
  const hasReason = (choice.roleReason ?? '').trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `preview` is pure in the choice and asks no more of a reason than that there is one
  const preview = useMemo(
    () => props.preview(choice),
    [choice.role, choice.identity, choice.language, choice.nativeSwitch, hasReason, decision],
  );
  const others = decision.findings.filter(({ rule }) => !CHOSEN.has(rule));
  return {
    choice,
    preview,
    checks: listChecks(asked ? [...others, asked] : others, preview),
    open: preview.findings.filter((finding) => finding.level === 'require'),
    isLowered: asked !== undefined,
    switchLevel: props.findSwitchLevel(choice.role),
    typedName,
    change: (change) => setChosen((before) => ({ ...before, ...change })),
    typeName: (name) => {
      setTypedName(name);
      const trimmed = name.trim();
      setChosen((before) => ({ ...before, identity: trimmed === '' ? undefined : firstIdentity(trimmed) }));
    },
  };
};
