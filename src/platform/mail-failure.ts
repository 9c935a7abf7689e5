/** Why a message did not go out. No words of the server's: it repeats addresses in its replies. */
export type MailTrouble =
  | 'SERVER_UNREACHABLE'
  | 'SERVER_CLOSED'
  | 'SERVER_NOT_SECURE'
  | 'BROKEN_OFF'
  | 'TRY_LATER'
  | 'SENDER_REFUSED'
  | 'ADDRESS_REFUSED'
  | 'MESSAGE_REFUSED';

/** The message did not go out. */
export abstract class MailFailed extends Error {
  /** The SMTP reply code, where the server gave one. */
  readonly replyCode: number | null;
  readonly reason: MailTrouble;

  constructor(reason: MailTrouble, replyCode: number | null) {
    super(reason);
    this.reason = reason;
    this.replyCode = replyCode;
  }
}

/** The server refused this message or its address for good (D2). */
export class MailRefused extends MailFailed {
  override readonly name = 'MailRefused';
}

/** This message could not be handed over now; a later try may succeed (D2). */
export class MailDeferred extends MailFailed {
  override readonly name = 'MailDeferred';
}

/** The server takes no message at all: it cannot be reached, or does not let us in. The fault is not this message's. */
export class MailServerAway extends MailFailed {
  override readonly name = 'MailServerAway';
}

/** nodemailer's codes for what goes wrong before a message is on its way. */
const connectionCodes = [
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EPROTOCOL',
];

/** Node's codes for a certificate that cannot be trusted, and for a TLS handshake that came to nothing. */
const certificateCodes = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/;

/** Replies that say how to sign in and nothing of the message, whatever they are given to; and that for a wrong order of commands. */
const sessionReplies = [503, 530, 534, 535, 538];

/**
 * What nodemailer's error means for the message.
 * @param handedOver whether the server had let us in and was given the message or its envelope.
 */
export function mailFailure(error: unknown, handedOver: boolean): MailFailed {
  const { code, originalCode, command, responseCode: replyCode = null } = error as NodemailerError;
  if (!handedOver && connectionCodes.includes(code ?? '')) {
    if (code === 'ETLS' || certificateCodes.test(originalCode ?? '')) {
      return new MailServerAway('SERVER_NOT_SECURE', replyCode);
    }
    return new MailServerAway(replyCode === null ? 'SERVER_UNREACHABLE' : 'SERVER_CLOSED', replyCode);
  }
  if (replyCode === null) return withoutReply(code, command);
  if (replyCode < 500) return new MailDeferred('TRY_LATER', replyCode);
  if (sessionReplies.includes(replyCode)) return new MailDeferred('SENDER_REFUSED', replyCode);
  if (command === 'RCPT TO') return new MailRefused('ADDRESS_REFUSED', replyCode);
  // The sender is the same in every message; only its size is this one's.
  if (command === 'MAIL FROM' && replyCode !== 552) return new MailDeferred('SENDER_REFUSED', replyCode);
  return new MailRefused('MESSAGE_REFUSED', replyCode);
}

type NodemailerError = { code?: string; originalCode?: string; command?: string; responseCode?: number };

/** Broken off; or refused by nodemailer itself, for an address that cannot be one or a message above the server's limit. */
function withoutReply(code: string | undefined, command: string | undefined): MailFailed {
  if (code === 'EENVELOPE' && command === 'API') return new MailRefused('ADDRESS_REFUSED', null);
  if (code === 'EMESSAGE') return new MailRefused('MESSAGE_REFUSED', null);
  return new MailDeferred('BROKEN_OFF', null);
}
