import { accepted } from './answer.ts';
import type { Client } from './client.ts';
import type { ReferralDetailsFragment, SubmitReferralInput } from './generated/graphql.ts';
import {
  letterQuery,
  receiverViewQuery,
  referralStatusSubscription,
  submitReferralMutation,
} from './operations.ts';
import { tell } from './tell.ts';

/**
 * Previews a filled-in referral, submits it with the confirmation, and waits until it is Emailed, telling each step.
 * @returns the letter that went out, a PDF.
 */
export async function submitAloud(
  client: Client,
  caseId: string,
  draft: ReferralDetailsFragment,
): Promise<Uint8Array> {
  tell.answers(
    `${draft.typeLabel}, ${draft.statusLabel}, ${draft.template?.name}`,
    `Email To ${draft.emailTo}, Email Subject "${draft.emailSubject}"`,
  );

  tell.does(client.username, 'looks at the Preview');
  const { node } = await client.request(letterQuery, { referralId: draft.id });
  const preview = node?.__typename === 'Referral' ? node.letter : null;
  tell.answers(`${preview?.fileName}, ${preview?.byteSize} bytes, SHA-256 ${preview?.sha256.slice(0, 16)}…`);

  tell.does(client.username, 'asks what they will see');
  const { node: seen } = await client.request(receiverViewQuery, { referralId: draft.id });
  tell.answers(seen?.__typename === 'Referral' ? seen.receiverView.explanation : 'nobody knows');

  tell.does(client.username, 'clicks Submit Referral');
  const statuses = await client.watch(referralStatusSubscription, { caseId });
  const referralId = draft.id;
  const ask = async (input: Omit<SubmitReferralInput, 'referralId' | 'version'>) =>
    (
      await client.request(submitReferralMutation, {
        input: { ...input, referralId, version: draft.version },
      })
    ).submitReferral;
  let asked = await ask({});
  const acknowledgeDuplicate = asked.__typename === 'PossibleDuplicate';
  if (asked.__typename === 'PossibleDuplicate') {
    // The demo has run within the last 24 hours (D10).
    const [earlier] = asked.earlier;
    tell.answers(`"${asked.message}"`, `${earlier?.organizationName}, ${earlier?.submittedAt}`);
    tell.does(client.username, 'knows of the earlier one and wants another');
    asked = await ask({ acknowledgeDuplicate });
  }
  if (asked.__typename === 'ConfirmationRequired') tell.answers(`"${asked.message}"`);

  tell.does(client.username, 'clicks OK');
  const { referral } = accepted(await ask({ acknowledgeDuplicate, confirm: true }));
  tell.answers(`Submitted, Referral Date ${referral.referralDate}`);
  const { referralStatusChanged } = await statuses.next(
    (event) => event.referralStatusChanged.referral.status === 'EMAILED',
    60,
  );
  await statuses.close();
  const { submittedAt, emailedAt } = referralStatusChanged.referral;
  const seconds = (Date.parse(emailedAt ?? '') - Date.parse(submittedAt ?? '')) / 1000;
  tell.answers(`Emailed to ${draft.emailTo}, ${seconds.toFixed(2)} s after Submitted`);

  if (referral.letter?.sha256 !== preview?.sha256)
    throw new Error('The letter is not the one of the Preview');
  return await fetchLetter(referral.letter?.url ?? '');
}

/** The link works for as long as the user may see the referral, and for a few minutes at most. */
async function fetchLetter(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error('The link to the letter does not work');
  return await response.bytes();
}
