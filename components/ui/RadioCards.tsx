import type { ComponentChildren } from 'preact';

interface RadioCardsProps<Value extends string> {
  /** Group name, unique in the document. */
  name: string;
  legend: ComponentChildren;
  value: Value;
  options: readonly {
    value: Value;
    name: string;
    explains: string;
    badge?: string | undefined;
    isProposed?: boolean;
  }[];
  onChange(value: Value): void;
}

/** Native radio buttons, so that arrow keys, screen readers and forced colours work as people know them. */
export const RadioCards = <Value extends string>({
  name,
  legend,
  value,
  options,
  onChange,
}: RadioCardsProps<Value>) => (
  <fieldset class="cards">
    <legend class="section-title">{legend}</legend>
    {options.map((option) => (
      <label key={option.value} class="card">
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          aria-describedby={`${name}-${option.value}`}
          onChange={() => onChange(option.value)}
        />
        <span class="card-words">
          <span class="card-name">
            {option.name}
            {option.badge && (
              <>
                {' '}
                <span class={option.isProposed ? 'badge accent' : 'badge'}>{option.badge}</span>
              </>
            )}
          </span>
          <span class="card-explains" id={`${name}-${option.value}`}>
            {option.explains}
          </span>
        </span>
      </label>
    ))}
  </fieldset>
);
