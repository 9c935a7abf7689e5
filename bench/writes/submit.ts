import { encodeGlobalId } from '../handoff.ts';

const query = `mutation Submit($input: SubmitReferralInput!) {
  submitReferral(input: $input) { __typename ... on Error { code message } ... on SubmitReferralSuccess { referral { id status } } }
}`;

/** Submits a draft. @throws where it is refused. */
export async function submit(
  { url, token }: { url: string; token: string },
  referralId: string,
): Promise<void> {
  const input = {
    referralId: encodeGlobalId('Referral', referralId),
    confirm: true,
    acknowledgeDuplicate: true,
    acknowledgePrivacyFindings: true,
  };
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await answer.text();
  if (!text.includes('"SubmitReferralSuccess"'))
    throw new Error(`not submitted: ${answer.status} ${text.slice(0, 500)}`);
}
