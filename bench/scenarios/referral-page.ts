import { encodeGlobalId } from '../handoff.ts';
import { nodeId } from '../peers/postgraphile/node-id.ts';
import type { Scenario, Subjects } from './scenario.ts';

const page = (id: string, correspondence: string) => `
  ${id} type typeLabel status statusLabel version referralDate submittedAt emailedAt
  organizationName contactName emailTo language emailSubject emailContent
  organization { ${id} name generalContactEmail phone }
  sendingOrganization { ${id} name }
  template { ${id} name }
  createdBy { ${id} username name }
  submittedBy { ${id} username name }
  case { ${id} number status person { ${id} listedName } }
  correspondence${correspondence} { nodes { ${id} number status emailTo messageId queuedAt sentAt requestedBy { ${id} username } } }`;

/** The screen of a referral, with each sending of its letter. */
export function referralPage({ referralId }: Subjects): Scenario {
  return {
    name: 'referral',
    title: 'referral page',
    ours: {
      query: `query Referral($id: ID!) { node(id: $id) { ... on Referral { ${page('id', '(first: 20)')} } } }`,
      variables: { id: encodeGlobalId('Referral', referralId) },
    },
    postgraphile: {
      query: `query Referral($id: ID!) { node(id: $id) { ... on Referral {
        ${page('id: rowId', ': correspondencesByReferralId(first: 20, orderBy: [NUMBER_DESC])')} } } }`,
      variables: { id: nodeId('Referral', referralId) },
    },
    floor: `/referrals/${referralId}`,
  };
}
