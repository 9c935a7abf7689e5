import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime';

/** Someone a message is from or to; without a display name, `name` is empty. */
export type MailAddress = { name: string; address: string };

/** What a list of messages shows of one. */
export type MailSummary = {
  id: string;
  /** When it was accepted. */
  receivedAt: Date;
  from: MailAddress | null;
  to: MailAddress[];
  subject: string;
  hasAttachments: boolean;
};

/** A part of a message that is not its text. */
export type MailAttachment = {
  filename: string | null;
  mimeType: string;
  /** The Content-ID without its angle brackets, by which the HTML refers to a picture. */
  contentId: string | null;
  content: Uint8Array<ArrayBuffer>;
};

/** A whole message, decoded. */
export type Mail = MailSummary & {
  cc: MailAddress[];
  html: string | null;
  text: string | null;
  /** In the order of the message, values unfolded and decoded. */
  headers: { name: string; value: string }[];
  attachments: MailAttachment[];
};

/**
 * Decodes a message. One that breaks the decoder is shown as it came rather than not at all.
 * @param id its id in the inbox.
 * @param receivedAt when it was accepted.
 * @param message the message as received.
 */
export async function decodeMail(id: string, receivedAt: Date, message: Buffer): Promise<Mail> {
  const email = await PostalMime.parse(message).catch(
    (): Email => ({ headers: [], headerLines: [], attachments: [], text: message.toString('latin1') }),
  );
  return {
    id,
    receivedAt,
    from: mailboxes(email.from === undefined ? [] : [email.from])[0] ?? null,
    to: mailboxes(email.to ?? []),
    cc: mailboxes(email.cc ?? []),
    subject: email.subject ?? '',
    hasAttachments: email.attachments.length > 0,
    html: email.html ?? null,
    text: email.text ?? null,
    headers: email.headers.map(({ originalKey, value }) => ({
      name: originalKey,
      value: decodeWords(value),
    })),
    attachments: email.attachments.map(({ filename, mimeType, contentId, content }) => ({
      filename,
      mimeType,
      contentId: contentId?.replaceAll(/^<|>$/g, '') ?? null,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  };
}

function mailboxes(addresses: Address[]): MailAddress[] {
  return addresses.flatMap(({ name, address, group }) => (group ? mailboxes(group) : [{ name, address }]));
}
