import { AsyncLocalStorage } from 'node:async_hooks';

import type { Language } from '../generated/prisma/enums.ts';

/** What is known of a request wherever something is logged, refused or masked for it. */
export type RequestScope = {
  requestId: string;
  acceptLanguage: string | undefined;
  /** Of the staff member who asks, from when it is known who that is. */
  preferredLanguage?: Language;
};

const scopes = new AsyncLocalStorage<RequestScope>();

/** Does the work of one request, or of one operation on a socket: whatever is logged meanwhile bears its id. */
export function inRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return scopes.run(scope, work);
}

/** The request that is being answered; null where none is. */
export function currentRequest(): RequestScope | null {
  return scopes.getStore() ?? null;
}
