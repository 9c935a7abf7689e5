import type { Actor } from '../domain/actor.ts';
import type { Language } from '../domain/language.ts';
import type { Moment } from '../domain/people/access.ts';
import { programDay } from '../domain/program-day.ts';
import type { KeptEvent } from '../platform/live/live-event.ts';
import type { LiveFeed } from '../platform/live/live-feed.ts';
import type { Platform } from '../platform/platform.ts';
import { currentRequest } from '../platform/request-scope.ts';
import { requestLanguage } from './request-language.ts';
import type { SignInOutcome } from './sign-in.ts';
import type { SignInRefusal } from './sign-in-refusals.ts';
import type { SignedLinks } from './signed-links.ts';

/** What every resolver has at hand. */
export type RequestContext = {
  /** Of this request, or this operation on a socket: what the log and a masked error know it by. */
  requestId: string;
  platform: Platform;
  live: LiveFeed;
  links: SignedLinks;
  /** Whether the request bears the token of somebody who may come in; without one, every root field answers why. */
  signedIn: boolean;
  /** Why nobody is signed in; null where somebody is. */
  signInRefusal: SignInRefusal | null;
  /** From when on the token is no longer accepted; null where nobody is signed in. */
  tokenExpiresAt: Date | null;
  /** The signed-in staff member, or nobody, who sees nothing. */
  actor: Actor;
  /** The language that messages, labels and names are given in. */
  language: Language;
  /**
   * The moment and day on which access is judged: one for all of an operation, since a list that is selected twice is loaded
   * once only where both want the same.
   */
  moment: () => Moment;
  /** Where the live events stood before the operation was run; null where it does not ask. */
  liveCursor: string | null;
  /** The event that a subscription is telling of; null outside one. */
  event: KeptEvent | null;
  /** Judges access by the present moment from here on: for each event of a subscription, which lives long. */
  renewMoment: () => void;
};

/** What of the context is the same for all requests. */
export type ContextBase = Pick<RequestContext, 'platform' | 'live' | 'links'>;

const noId = '00000000-0000-0000-0000-000000000000';
const nobody: Actor = {
  staffId: noId,
  username: '',
  organizationId: noId,
  atEmploymentNovaScotia: false,
  roles: [],
  scopes: [],
  language: 'EN',
};

/**
 * Makes the context of one request or one socket operation.
 * @param acceptLanguage the Accept-Language header; without one, the language the staff member prefers.
 */
export function createContext(
  base: ContextBase,
  { actor, tokenExpiresAt, refusal }: SignInOutcome,
  { requestId, acceptLanguage }: { requestId: string; acceptLanguage: string | null | undefined },
): RequestContext {
  const { platform } = base;
  const request = currentRequest();
  if (request !== null && actor !== null) request.preferredLanguage = actor.language;
  let moment: Moment | null = null;
  const present = (): Moment => {
    const now = platform.now();
    return { now, day: programDay(now, platform.timeZone) };
  };
  return {
    ...base,
    requestId,
    signedIn: actor !== null,
    signInRefusal: refusal,
    tokenExpiresAt,
    liveCursor: null,
    event: null,
    actor: actor ?? nobody,
    language: requestLanguage(acceptLanguage, actor?.language ?? 'EN'),
    moment: () => {
      moment ??= present();
      return moment;
    },
    renewMoment: () => {
      moment = null;
    },
  };
}
