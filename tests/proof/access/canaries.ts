import type { Thing } from '../../../src/domain/access-table.ts';
import { marks } from '../../graphql/access-matrix/marks.ts';
import type { Scene } from '../../graphql/access-matrix/scene.ts';
import { plainId } from '../../support/global-id.ts';

/** A text that only the scene’s records have, and the things of which any lets it be seen. */
export type Canary = { text: string; of: Thing[] };

/**
 * Puts texts that are nowhere else into every field of the scene that takes one, and reads those that came by themselves. Where
 * one shows in an answer, by whatever field, its thing has been shown.
 */
export async function setCanaries({ api, ids }: Scene): Promise<Canary[]> {
  const { database } = api;
  const client = {
    middleNames: 'Canarymiddle',
    phone: '902-555-7717',
    addressLine1: '99 Canary Wharf',
    addressLine2: 'Canary Cellar',
    city: 'Canaryville',
    postalCode: 'B9Z 9Z9',
    sin: '130692544',
    healthCardNumber: '0077123456',
  };
  await database.person.update({ where: { id: plainId(ids.person) }, data: { ...client, province: 'NS' } });
  const emailContent = 'The canary of the content sings.';
  const emailSubject = 'Canary in a subject about Zelda';
  await database.referral.update({ where: { id: plainId(ids.draft) }, data: { emailContent, emailSubject } });
  const correspondence = await database.correspondence.findUniqueOrThrow({
    where: { id: plainId(ids.correspondence) },
  });
  const sending = { correspondenceId: correspondence.id, number: 1, replyCode: 451, reason: 'Busy canary' };
  await database.correspondenceAttempt.create({
    data: { ...sending, outcome: 'DEFERRED', finishedAt: new Date() },
  });
  const document = await database.referralDocument.findUniqueOrThrow({
    where: { id: plainId(ids.document) },
  });
  const of = (things: Thing[], texts: (string | null)[]) =>
    texts.flatMap((text) => (text === null ? [] : [{ text, of: things }]));
  return [
    ...of(['personRecord'], [marks.person, 'Quillfeather', 'Zelda', '1987-06-05', ...Object.values(client)]),
    ...of(['caseSummary'], [marks.goal]),
    ...of(['referrals'], [marks.contact, emailContent, emailSubject, 'intake@harbour.example']),
    ...of(['letters'], [correspondence.messageId, sending.reason]),
    ...of(['notes'], [marks.note]),
    ...of(['documents'], [marks.document, document.sha256]),
    ...of(['notifications'], [ids.notification]),
  ];
}
