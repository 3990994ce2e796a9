import type { MessageKey } from '#lib/i18n/text.ts';
import type { GateWhen } from '#lib/model/policy.ts';
import type { SettingsModel } from '../dashboard/settings-contract.ts';
import { useText } from '../ui/locale-context.ts';
import { RadioCards } from '../ui/RadioCards.tsx';
import { textForCode } from '../ui/text-for-code.ts';
import { KeepDays } from './KeepDays.tsx';

const WHEN: Record<GateWhen, { name: MessageKey; explains: MessageKey }> = {
  always: { name: 'whenAlways', explains: 'whenAlwaysExplains' },
  evidence: { name: 'whenEvidence', explains: 'whenEvidenceExplains' },
  declared: { name: 'whenDeclared', explains: 'whenDeclaredExplains' },
};

/** Which rules hold, when Candor asks, and what the log keeps. */
export const PolicySection = ({ settings }: { settings: SettingsModel }) => {
  const text = useText();
  const known = settings.settings.value;
  if (known === undefined) return null;
  const preset = settings.presets.find(({ id }) => id === known.preset);
  return (
    <div class="policy">
      <RadioCards
        name="preset"
        legend={text('presetQuestion')}
        value={known.preset}
        options={settings.presets.map(({ id, version }) => ({
          value: id,
          name: textForCode(text, 'preset_', id, [], id),
          explains: textForCode(text, 'presetSummary_', id, [], version),
          badge: version,
        }))}
        onChange={(id) => void settings.choosePreset(id)}
      />
      <RadioCards
        name="when"
        legend={text('whenQuestion')}
        value={known.gateWhen ?? preset?.when ?? 'evidence'}
        options={(Object.keys(WHEN) as GateWhen[]).map((when) => ({
          value: when,
          name: text(WHEN[when].name),
          explains: text(WHEN[when].explains),
        }))}
        onChange={(when) => void settings.chooseGateWhen(when)}
      />
      <RadioCards
        name="keep"
        legend={text('keepQuestion')}
        value={known.keepText ? 'text' : 'digest'}
        options={[
          { value: 'text', name: text('keepText'), explains: text('keepTextExplains') },
          { value: 'digest', name: text('keepDigest'), explains: text('keepDigestExplains') },
        ]}
        onChange={(keep) => void settings.keepText(keep === 'text')}
      />
      <KeepDays settings={settings} days={known.keepTextDays} />
    </div>
  );
};
