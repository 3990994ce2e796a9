import { describe, expect, it } from 'vitest';
import { reviewProps } from '#lib/flow/review-props.ts';
import type { Decision, Evidence, Finding } from '#lib/model/decision.ts';
import type { Draft } from '#lib/model/draft.ts';
import type { ApprovedChoice, ReviewData } from '#lib/model/review.ts';
import type { Role } from '#lib/model/role.ts';
import { uuid } from '../log/test-log.ts';
import { ADA, draft, generated } from '../policy/samples.ts';

const makeProps = (decision: Partial<Decision>, role?: Role, more: Partial<Draft> = {}) => {
  const approved: ApprovedChoice[] = [];
  const data: ReviewData = {
    post: uuid(1),
    stage: { is: 'reviewing' },
    siteName: 'X',
    draft: { ...draft('Hello there'), ...more },
    counter: { type: 'plain', limit: 280 },
    held: {
      decision: {
        effect: 'review',
        findings: [],
        evidence: [],
        proposedRole: 'none',
        policy: { id: 'creator', version: '1.0.0' },
        levels: { 'role-evidence': 'require', 'native-switch': 'advise' },
        override: { allowed: true, reasonRequired: true },
        ...decision,
      },
      identities: [ADA],
    },
    language: 'en',
    ...(role && { role }),
  };
  const props = reviewProps(
    data,
    { onApprove: (choice) => approved.push(choice), onKeepEditing: () => undefined },
    async () => ({}),
  );
  const open = (chosen: Role, roleReason?: string): string[] =>
    props
      .preview({ ...props.initial, role: chosen, ...(roleReason !== undefined && { roleReason }) })
      .findings.filter(({ level }) => level === 'require')
      .map(({ code }) => code);
  return { props, approved, open };
};

const remembered: Pick<Decision, 'evidence' | 'proposedRole'> = {
  evidence: [generated()],
  proposedRole: 'coauthored',
};

describe('the role asked about first', () => {
  it('is what was found', () => expect(makeProps(remembered).props.initial.role).toBe('coauthored'));
  it('is what the person said, even if it is less', () =>
    expect(makeProps(remembered, 'assisted').props.initial.role).toBe('assisted'));
});

describe('a role below what was found', () => {
  it('is open until a reason is written', () => {
    const { open } = makeProps(remembered);
    expect(open('none')).toContain('roleBelowEvidence');
    expect(open('assisted', '  ')).toContain('roleBelowEvidence');
    expect(open('assisted', 'I wrote it first.')).toEqual([]);
  });

  it('is not what the person said of text nobody remembers', () => {
    const evidence: Evidence[] = [{ kind: 'declared', role: 'generated-reviewed' }];
    expect(makeProps({ evidence, proposedRole: 'generated-reviewed' }).open('none')).toEqual([]);
  });

  it('is none where the role says as much or more', () => {
    const { open } = makeProps(remembered);
    expect([...open('coauthored'), ...open('generated-prompted')]).not.toContain('roleBelowEvidence');
  });

  it('is asked about as strictly as the policy does', () => {
    const at = (level: 'advise' | 'require') => ({ ...remembered, levels: { 'role-evidence': level } });
    expect(makeProps(at('advise'), 'assisted').open('assisted')).toEqual([]);
    expect(makeProps(at('require'), 'none').open('none')).toEqual(['roleBelowEvidence']);
  });

  it('is none of the policy’s business where nobody declared AI and only that counts', () => {
    const { open } = makeProps({ ...remembered, onlyDeclared: true }, 'assisted');
    expect(open('none')).toEqual([]);
    expect(open('assisted')).toEqual(['roleBelowEvidence']);
  });

  it('goes out with its reason', () => {
    const { props, approved } = makeProps(remembered);
    props.onApprove({ ...props.initial, role: 'none', roleReason: ' I wrote it first. ' });
    expect(approved).toMatchObject([
      { role: 'none', roleReason: 'I wrote it first.', label: '', parts: ['Hello there'] },
    ]);
  });

  it('goes out with both reasons where the policy is overridden', () => {
    const { props, approved } = makeProps(remembered);
    props.onOverride({ ...props.initial, role: 'assisted', roleReason: 'Spelling' }, 'In the reply');
    expect(approved).toMatchObject([{ roleReason: 'Spelling', overrideReason: 'In the reply' }]);
  });
});

it('no reason goes out with a role that needs none', () => {
  const { props, approved } = makeProps(remembered);
  props.onApprove({ ...props.initial, roleReason: 'left over' });
  props.onApprove({ ...props.initial, role: 'none', roleReason: '  ' });
  expect(approved.map((choice) => 'roleReason' in choice)).toEqual([false, false]);
});

it('what could not be looked up stays said, whatever is chosen', () => {
  const notLookedUp: Finding = {
    rule: 'provenance-readable',
    level: 'advise',
    code: 'provenanceRebuilding',
    values: [],
    spans: [],
    fix: 'choose-role',
  };
  const { props } = makeProps({
    evidence: [{ kind: 'unknown', role: 'none', reason: 'rebuilding' }],
    findings: [notLookedUp],
  });
  for (const role of ['none', 'assisted'] as const)
    expect(props.preview({ ...props.initial, role }).findings).toContainEqual(notLookedUp);
});

const nativeSwitch = (is: 'on' | 'off' | 'hidden' | 'unseen') => ({
  nativeSwitch: { path: ['More', 'Made with AI'], is },
});
const required = { levels: { 'native-switch': 'require' } } as const;

describe("the site's own AI switch", () => {
  it.each(['off', 'hidden'] as const)(
    'that is %s is switched on by Candor, unless the person objects',
    (is) => {
      const { props, approved, open } = makeProps(required, 'generated-reviewed', nativeSwitch(is));
      expect(open('generated-reviewed')).toEqual([]);
      props.onApprove(props.initial);
      expect(approved[0]?.nativeSwitch).toBe('set');
      const { findings } = props.preview({ ...props.initial, nativeSwitch: undefined });
      expect(findings.map(({ code }) => code)).toContain('nativeSwitchOff');
    },
  );

  it('that nobody can see is open until the person says that it is on', () => {
    const { props, approved, open } = makeProps(required, 'generated-reviewed', nativeSwitch('unseen'));
    expect(open('generated-reviewed')).toEqual(['nativeSwitchUnseen']);
    const said = { ...props.initial, nativeSwitch: 'taken' as const };
    expect(props.preview(said).findings.map(({ code }) => code)).not.toContain('nativeSwitchUnseen');
    props.onApprove(said);
    expect(approved[0]?.nativeSwitch).toBe('taken');
  });

  it('is left alone for a post that AI only helped with', () => {
    const { props, approved, open } = makeProps(required, 'assisted', nativeSwitch('off'));
    expect(open('assisted')).toEqual([]);
    props.onApprove(props.initial);
    expect(approved[0]?.nativeSwitch).toBeUndefined();
    expect(props.findSwitchLevel('assisted')).toBeUndefined();
  });

  it('is nobody\u2019s business where the policy does not ask', () => {
    const { props, open } = makeProps({ levels: {} }, 'generated-reviewed', nativeSwitch('unseen'));
    expect(open('generated-reviewed')).toEqual([]);
    expect(props.findSwitchLevel('generated-reviewed')).toBeUndefined();
  });
});

it('a policy without the rule asks for no reason', () => {
  const { open } = makeProps({ evidence: [generated()], levels: {} });
  expect(open('none')).toEqual([]);
});

describe('a draft with a content warning', () => {
  const approveWarned = (decision: Partial<Decision>): ApprovedChoice | undefined => {
    const { props, approved } = makeProps(decision, 'generated-reviewed', { warning: 'Spoilers' });
    props.onApprove(props.initial);
    return approved[0];
  };

  it('is approved with its label in the warning where the policy wants it there', () => {
    const choice = approveWarned({ labelPlace: 'warning' });
    expect(choice?.warning).toBe(`${choice?.label} Spoilers`);
    expect(choice?.parts).toEqual(['Hello there']);
  });

  it('is approved with its label in the text where it does not', () => {
    const choice = approveWarned({});
    expect(choice?.warning).toBe('Spoilers');
    expect(choice?.parts).toEqual([`${choice?.label}\nHello there`]);
  });

  it('keeps its warning as it is where it is posted without a label', () => {
    const { props, approved } = makeProps({ labelPlace: 'warning' }, 'generated-reviewed', {
      warning: 'Spoilers',
    });
    props.onOverride(props.initial, 'Because.');
    expect(approved).toMatchObject([{ label: '', parts: ['Hello there'] }]);
    expect(approved[0]?.warning).toBeUndefined();
  });

  it('counts the warning by its own limit where the site has one', () => {
    const { props } = makeProps({ labelPlace: 'warning' }, 'generated-reviewed', {
      warning: 'Spoilers',
      measures: { counter: { type: 'plain', limit: 3000 }, warningLimit: 100 },
    });
    expect(props.preview(props.initial).warning?.count).toMatchObject({ limit: 100 });
  });
});
