import { previewLabel } from '../label/preview-label.ts';
import type { Changes } from '../model/changes.ts';
import type { Decision, Finding, GeneratedEvidence } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { Choice, LabelPreview } from '../model/label-preview.ts';
import type { LabelLanguage } from '../model/language.ts';
import type { ReviewData } from '../model/review.ts';
import type { Role } from '../model/role.ts';
import { askForReason as askOf } from '../policy/below-evidence.ts';
import { askForSwitch, asksForSwitch } from '../policy/native-step.ts';
import { type ReadText, readChanges } from './read-changes.ts';
import type { ReviewCallbacks } from './review-ui.ts';

const LANGUAGES: readonly LabelLanguage[] = ['en', 'de', 'fr', 'es', 'ja'];

/** Findings that no label settles: they stay open whatever is chosen here, or until a name is. */
const staysOpen = (finding: Finding, choice: Choice): boolean => {
  if (finding.rule === 'prohibited-content' || finding.rule === 'provenance-readable') return true;
  return finding.rule === 'attribution' && choice.role !== 'none' && choice.identity === undefined;
};

/** What Candor can switch on itself it offers to. */
const canSwitch = ({ nativeSwitch }: Draft): boolean =>
  nativeSwitch?.is === 'off' || nativeSwitch?.is === 'hidden';

/** What a person is asked about first: the role declared, else what the evidence suggests. */
const firstRole = (role: Role | undefined, decision: Decision | undefined): Role =>
  role ?? decision?.proposedRole ?? 'none';

/** Turns one review into what the dialog component wants, in the page as in a window of its own. */
export const reviewProps = (
  data: ReviewData,
  { onApprove, onKeepEditing }: ReviewCallbacks,
  readText: ReadText,
) => {
  const { draft, held, counter, fold } = data;
  const decision = held?.decision;
  const identities = held?.identities ?? [];
  const required = new Set(
    decision?.findings.filter(({ level }) => level === 'require').map(({ rule }) => rule),
  );

  /** Lowering the role here is what brings it up: no finding of the decision speaks of it yet. */
  const askForReason = (role: Role): Finding | undefined => {
    const level = decision?.levels['role-evidence'];
    if (level === undefined || (decision?.onlyDeclared && role === 'none')) return undefined;
    const asked = askOf(decision?.evidence ?? [], role);
    return asked && { ...asked, rule: 'role-evidence', level };
  };

  /** A reason is for such a role and for nothing else. */
  const withReason = ({ roleReason = '', ...choice }: Choice): Choice => {
    const isMeant = roleReason.trim() !== '' && askForReason(choice.role) !== undefined;
    return isMeant ? { ...choice, roleReason: roleReason.trim() } : choice;
  };

  /** About the switch only what concerns this role. */
  const withSwitch = <Given extends Choice>({ nativeSwitch, ...choice }: Given) => ({
    ...choice,
    ...(nativeSwitch && draft.nativeSwitch && asksForSwitch(choice.role) && { nativeSwitch }),
  });

  /** The role is chosen here, so what it asks of the switch is too. Only where the policy has that rule. */
  const findSwitchFinding = (choice: Choice): Finding | undefined => {
    const level = decision?.levels['native-switch'];
    const done = choice.nativeSwitch;
    if (level === undefined || (done === 'set' && canSwitch(draft))) return undefined;
    const asked = askForSwitch(draft.nativeSwitch, choice.role, done === 'taken');
    return asked && { ...asked, rule: 'native-switch', level };
  };

  const preview = (choice: Choice): LabelPreview => {
    const { warningLimit } = draft.measures ?? {};
    const labelPlace = decision?.labelPlace;
    const placed = previewLabel(draft, choice, { counter, fold, warningLimit }, { labelPlace });
    const left = placed.findings.map(
      (finding): Finding => ({
        ...finding,
        level: required.has(finding.rule) ? 'require' : 'advise',
      }),
    );
    const open = decision?.findings.filter((finding) => staysOpen(finding, choice)) ?? [];
    const asked = withReason(choice).roleReason ? undefined : askForReason(choice.role);
    if (asked) open.push(asked);
    const switching = findSwitchFinding(choice);
    if (switching) open.push(switching);
    const isNew = (finding: Finding): boolean =>
      !open.some(({ rule, code }) => rule === finding.rule && code === finding.code);
    return { ...placed, findings: [...open, ...left.filter(isNew)] };
  };

  return {
    stage: data.stage,
    siteName: data.siteName,
    now: Date.now(),
    draft,
    ...(decision && { decision }),
    identities,
    initial: {
      role: firstRole(data.role, decision),
      identity: identities.find(({ id }) => id === held?.defaultIdentity) ?? identities[0],
      language: data.language,
      ...(canSwitch(draft) && { nativeSwitch: 'set' as const }),
    },
    languages: LANGUAGES,
    preview,
    askForReason,
    findSwitchLevel: (role: Role) => (asksForSwitch(role) ? decision?.levels['native-switch'] : undefined),
    readChanges: (wanted: GeneratedEvidence): Promise<Changes> =>
      readChanges(draft, decision?.evidence ?? [], wanted, readText),
    onApprove(choice: Choice): void {
      const { label, parts, warning } = preview(choice);
      onApprove({
        ...withSwitch(withReason(choice)),
        label,
        parts,
        ...(warning && { warning: warning.text }),
      });
    },
    onOverride(choice: Choice, overrideReason: string): void {
      onApprove({
        ...withSwitch(withReason(choice)),
        label: '',
        parts: draft.parts.map((part) => part.text),
        overrideReason,
      });
    },
    onKeepEditing,
    // The approval carries the name; the background keeps it if it is the first.
    onNewIdentity: (): void => undefined,
  };
};
