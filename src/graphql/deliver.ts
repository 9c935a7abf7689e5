import { Repeater } from 'graphql-yoga';
import { type Actor, presentActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { requirePrivilege } from '../domain/privileges.ts';
import { CursorGone } from '../platform/live/kept-events.ts';
import type { KeptEvent, LiveTopic } from '../platform/live/live-event.ts';
import { waitOutOutage } from '../platform/wait-out-outage.ts';
import type { RequestContext } from './context.ts';
import { cursorTooOld } from './cursor-too-old.ts';

/** What a subscriber may have: this event, not this one, or nothing from here on. */
export type Permission = 'deliver' | 'pass' | 'end';

const staffWhoWorkOnCases = {
  EN: 'Live events are for those who work on cases and for the administrators of Employment Nova Scotia.',
  FR: 'Les événements en direct sont destinés à ceux qui travaillent sur des cas et aux administrateurs d’Emploi Nouvelle-Écosse.',
};

/** The topics about a case: whoever follows one is asked again as soon as somebody may have lost sight of the case. */
const aboutCases = new Set<LiveTopic>(['caseNotification', 'referralStatus']);

/**
 * Hands events on to one subscriber for as long as they may have them: at each event, replayed ones too, the staff member is
 * looked up again, and permission is asked again (B5). The subscription ends once the staff member or the organization is no
 * longer active, has other rights, or has lost the access. While the database is away it waits.
 * @param interest.key the id of the assignee, the case or the caseload transfer.
 * @param interest.after the cursor of the last event that the subscriber had; what came after it is replayed first.
 * @param permission for what came or changed, by its id; for null, whether the subscription may go on at all.
 * @throws NotAllowed, NotFound where it may not even begin, GraphQLError CURSOR_TOO_OLD
 */
export async function deliver(
  context: RequestContext,
  { topic, key, after }: { topic: LiveTopic; key: string; after: string | null | undefined },
  permission: (subjectId: string | null) => Promise<Permission>,
): Promise<AsyncIterable<KeptEvent>> {
  const { actor, platform, live, language, renewMoment } = context;
  requirePrivilege(actor, 'subscribe', staffWhoWorkOnCases);
  const topics: LiveTopic[] = aboutCases.has(topic) ? [topic, 'caseAccess'] : [topic];
  const events = await live.subscribe({ topics, key, after }).catch((error: unknown) => {
    throw error instanceof CursorGone ? cursorTooOld(language) : error;
  });
  if ((await permission(null)) === 'end') throw new NotFound();
  const ask = async (event: KeptEvent): Promise<Permission> => {
    renewMoment();
    const isOfTopic = event.topic === topic;
    // Side by side, for one who still has the rights that the permission is asked with; it counts for nobody else.
    const [now, permitted] = await Promise.all([
      presentActor(platform.database, actor.staffId),
      permission(isOfTopic ? event.subjectId : null),
    ]);
    if (now === null || !sameRights(now, actor)) return 'end';
    return isOfTopic || permitted === 'end' ? permitted : 'pass';
  };

  return new Repeater(async (push, stop) => {
    const source = events[Symbol.asyncIterator]();
    let isOver = false;
    stop.then(() => {
      isOver = true;
      source.return?.();
    });
    try {
      for (let next = await source.next(); next.done !== true; next = await source.next()) {
        const event = next.value;
        const answer = await waitOutOutage(
          platform.database,
          () => ask(event),
          () => isOver,
        );
        if (answer === 'end') break;
        if (answer !== 'deliver') continue;
        context.event = event;
        await push(event);
      }
    } catch (error) {
      // Whoever opens it again after the last cursor is told that this one has become too old.
      if (!(error instanceof CursorGone)) throw error;
    } finally {
      stop();
    }
  });
}

function sameRights(now: Actor, before: Actor): boolean {
  return (
    now.organizationId === before.organizationId &&
    now.roles.join() === before.roles.join() &&
    // A token may have had fewer of them from the start.
    before.scopes.every((scope) => now.scopes.includes(scope))
  );
}
