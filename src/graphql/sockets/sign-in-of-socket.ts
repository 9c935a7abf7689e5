import { CloseCode } from 'graphql-ws';
import type { Language } from '../../domain/language.ts';
import { wakeAt } from '../../platform/wake-at.ts';
import type { SignIn, SignInOutcome } from '../sign-in.ts';
import { type SignInRefusal, type ToldRefusal, toldRefusal } from '../sign-in-refusals.ts';

/** What a client is told of the token that its socket speaks with: until when it works, and why another was not taken. */
export type TokenState = { tokenExpiresAt: string | null; refusal?: ToldRefusal };

/** Whom a socket speaks for, from its connection_init to its end. */
export type SocketSignIn = {
  /** Signs in with the token of the connection parameters. */
  begin(): Promise<TokenState>;
  /** Signs in for one operation, with the newest token: what was true when the socket was opened need not be any more. */
  signIn(): Promise<SignInOutcome>;
  /**
   * Goes on with another token of the same staff member. One that is refused changes nothing.
   * @param authorization "Bearer …"
   */
  renew(authorization: string): Promise<TokenState>;
  /** The socket has closed. */
  end(): void;
};

/** How long a socket may stay that nobody has signed in, in milliseconds. */
export const patienceWithStrangers = 5_000;

/**
 * Signs a socket in. It is closed with 4403 (Forbidden) when its token has expired, which later tokens put off; and soon where
 * nobody is signed in.
 * @param options.authorization what the connection parameters say; anything may be there.
 * @param options.language what refusals are told in.
 * @param options.close closes the socket.
 */
export function signInOfSocket(options: {
  signIn: SignIn;
  authorization: unknown;
  language: Language;
  close: (code: number, reason: string) => void;
}): SocketSignIn {
  const { signIn, language, close } = options;
  let { authorization } = options;
  let staffId: string | null = null;
  let tokenExpiresAt: string | null = null;
  let ended = false;
  let callOff = () => {};

  const closeAt = (moment: Date, reason: string) => {
    callOff();
    if (!ended) callOff = wakeAt(moment, () => close(CloseCode.Forbidden, reason));
  };
  /** Whoever the socket has spoken for once, it speaks for till its end. */
  const take = (outcome: SignInOutcome, by: unknown): SignInRefusal | null => {
    if (outcome.actor === null) return outcome.refusal;
    if (staffId !== null && staffId !== outcome.actor.staffId) return 'TOKEN_OF_SOMEBODY_ELSE';
    staffId = outcome.actor.staffId;
    authorization = by;
    tokenExpiresAt = outcome.tokenExpiresAt.toISOString();
    closeAt(outcome.tokenExpiresAt, 'TOKEN_EXPIRED');
    return null;
  };
  const goOnWith = async (by: unknown): Promise<TokenState> => {
    const refusal = take(await signIn(by), by);
    return { tokenExpiresAt, ...(refusal && { refusal: toldRefusal(refusal, language) }) };
  };

  closeAt(new Date(Date.now() + patienceWithStrangers), 'UNAUTHENTICATED');
  return {
    begin: () => goOnWith(authorization),
    renew: goOnWith,
    async signIn() {
      const by = authorization;
      const outcome = await signIn(by);
      // The issuer may have been away when the socket was opened.
      if (staffId === null) take(outcome, by);
      return outcome;
    },
    end() {
      ended = true;
      callOff();
    },
  };
}
