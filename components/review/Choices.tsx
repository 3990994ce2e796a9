import type { Ref } from 'preact';
import type { Identity } from '#lib/model/identity.ts';
import type { LabelLanguage } from '#lib/model/language.ts';
import type { Role } from '#lib/model/role.ts';
import { displayName } from '../identity/display-name.ts';
import { ROLE_ORDER, ROLE_WORDS } from '../roles.ts';
import { useText } from '../ui/locale-context.ts';
import { RadioCards } from '../ui/RadioCards.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LANGUAGE_NAMES } from './language-names.ts';
import { RoleReason } from './RoleReason.tsx';
import type { Review } from './use-review.ts';

interface ChoicesProps {
  review: Review;
  /** Missing where nothing could be looked up and so nothing proposed. */
  proposedRole: Role | undefined;
  /** Why this role is proposed, where there is something to say. */
  proposedWhy: string | undefined;
  identities: readonly Identity[];
  languages: readonly LabelLanguage[];
  roleRef: Ref<HTMLDivElement>;
  identityRef: Ref<HTMLDivElement>;
  reasonRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** What the person decides: role, name, language of the label. */
export const Choices = ({
  review,
  proposedRole,
  proposedWhy,
  identities,
  languages,
  roleRef,
  identityRef,
  reasonRef,
}: ChoicesProps) => {
  const text = useText();
  const { choice, change } = review;
  return (
    <>
      <div class="review-section" ref={roleRef}>
        <RadioCards
          name="candor-role"
          legend={text('roleQuestion')}
          value={choice.role}
          options={ROLE_ORDER.map((role) => ({
            value: role,
            name: text(ROLE_WORDS[role].name),
            explains: [text(ROLE_WORDS[role].explains), role === proposedRole && proposedWhy]
              .filter(Boolean)
              .join('\n'),
            badge: role === proposedRole ? text('roleProposed') : undefined,
            isProposed: role === proposedRole,
          }))}
          onChange={(role) => change({ role })}
        />
        {review.isLowered && (
          <RoleReason
            reason={choice.roleReason ?? ''}
            reasonRef={reasonRef}
            onReason={(roleReason) => change({ roleReason })}
          />
        )}
      </div>
      <div class="review-section pair" ref={identityRef}>
        {identities.length === 0 ? (
          <TextField
            id="candor-name"
            label={text('nameLabel')}
            hint={text('nameHint')}
            autocomplete="name"
            maxLength={80}
            value={review.typedName}
            onInput={review.typeName}
          />
        ) : (
          <Select
            id="candor-identity"
            label={text('nameLabel')}
            value={choice.identity?.id ?? ''}
            options={[
              ...(choice.identity === undefined ? [{ value: '', name: text('nameChoose') }] : []),
              ...identities.map((identity) => ({ value: identity.id, name: displayName(identity) })),
            ]}
            onChange={(id) => change({ identity: identities.find((identity) => identity.id === id) })}
          />
        )}
        <Select
          id="candor-language"
          label={text('labelLanguage')}
          value={choice.language}
          options={languages.map((language) => ({
            value: language,
            name: LANGUAGE_NAMES[language],
            language,
          }))}
          onChange={(language) => change({ language: language as LabelLanguage })}
        />
      </div>
    </>
  );
};
