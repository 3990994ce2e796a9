import type { LogEntry } from '#lib/model/log-entry.ts';
import type { ExportChoice } from '#lib/model/log-export.ts';
import { excerptOf } from '../post-summaries.ts';
import { parseEntry } from '../stored-log.ts';
import type { Aliases } from './aliases.ts';
import type { ChosenEntry } from './read-chosen.ts';

/** https://schema.ocsf.io/1.3.0. Later versions move members that we use, so it changes only together with this file. */
export const OCSF_VERSION = '1.3.0';

/**
 * Web Resources Activity: a post is a resource of a web site that a person creates. API Activity would need the caller's
 * address and the operation of an interface, and there is none; Compliance Finding would turn each ordinary post into a
 * finding. Events about Candor itself (its log, its policy) have no resource: they are Base Events.
 */
const WEB_RESOURCES_ACTIVITY = { class_uid: 6001, class_name: 'Web Resources Activity', category_uid: 6 };
const BASE_EVENT = { class_uid: 0, class_name: 'Base Event', category_uid: 0 };

const CREATE = 1;
const UPDATE = 3;
const OTHER = 99;

const INFORMATIONAL = 1;
const LOW = 2;
const MEDIUM = 3;

/** Something went past the gate or against a rule: worth a look, not an alarm. */
const SEVERITIES: Partial<Record<LogEntry['event'], number>> = {
  'post.overridden': LOW,
  'post.drifted': LOW,
  'post.altered': MEDIUM,
  'post.bypassed': MEDIUM,
};

const ACTIVITIES: Partial<Record<LogEntry['event'], number>> = {
  'post.published': CREATE,
  'post.bypassed': CREATE,
  'post.altered': CREATE,
  'post.drifted': UPDATE,
};

const SUCCESS = 1;
const FAILURE = 2;
const STATUSES: Partial<Record<LogEntry['event'], number>> = {
  'post.published': SUCCESS,
  'post.failed': FAILURE,
};

interface OcsfOptions {
  readonly choice: ExportChoice;
  readonly aliases: Aliases;
  /** Name of the log, unique to this installation. */
  readonly origin: string;
}

/** One entry as an event of OCSF, for programs of security teams. Nothing in it is proved. */
export function ocsfEvent(chosen: ChosenEntry, { choice, aliases, origin }: OcsfOptions): object {
  const { identity, address, note, permalink, partLinks, reason, roleReason, ...rest } = parseEntry(
    chosen.stored,
  );
  const { event, index, time, software, post, site, kind, ...unmapped } = rest;
  const isShown = choice.names === 'shown';
  const isPost = post !== undefined;
  const shape = isPost ? WEB_RESOURCES_ACTIVITY : BASE_EVENT;
  const activity = isPost ? (ACTIVITIES[event] ?? OTHER) : OTHER;
  const person =
    identity && (isShown ? identity : { name: aliases.nameFor(identity), organisation: undefined });
  const hidden = isShown || event === 'log.opened' ? { reason } : {};
  const personal = isShown ? { address, note, partLinks, roleReason } : {};
  const texts = chosen.texts.map(({ what, text }) => ({
    what,
    text: choice.texts === 'full' ? text : excerptOf(text),
  }));
  return {
    activity_id: activity,
    // The schema asks for the source's own name where the id is "Other".
    activity_name: activity === OTHER ? event : activity === CREATE ? 'Create' : 'Update',
    ...shape,
    category_name: isPost ? 'Application Activity' : 'Uncategorized',
    type_uid: shape.class_uid * 100 + activity,
    severity_id: SEVERITIES[event] ?? INFORMATIONAL,
    ...(STATUSES[event] !== undefined && { status_id: STATUSES[event] }),
    time,
    message: event,
    metadata: {
      version: OCSF_VERSION,
      uid: `${origin}/${index}`,
      ...(isPost && { correlation_uid: post }),
      event_code: event,
      log_name: origin,
      sequence: index,
      product: { name: 'Candor', vendor_name: 'Candor', version: software },
    },
    ...(isPost && {
      web_resources: [
        {
          uid: post,
          type: kind ?? 'post',
          name: site ?? 'post',
          ...(isShown && permalink && { url_string: permalink }),
        },
      ],
    }),
    ...(person && {
      actor: {
        user: { name: person.name, ...(person.organisation && { org: { name: person.organisation } }) },
      },
    }),
    unmapped: { ...unmapped, site, kind, ...hidden, ...personal, ...(texts.length > 0 && { texts }) },
  };
}
