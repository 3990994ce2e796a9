import type { LogEntry } from '#lib/model/log-entry.ts';

/** Names that stand for persons, the same one throughout an export. */
export class Aliases {
  readonly #known = new Map<string, string>();

  nameFor({ name, organisation = '' }: NonNullable<LogEntry['identity']>): string {
    const person = JSON.stringify([name, organisation]);
    const alias = this.#known.get(person) ?? `Person ${this.#known.size + 1}`;
    this.#known.set(person, alias);
    return alias;
  }
}
