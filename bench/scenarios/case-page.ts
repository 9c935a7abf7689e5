import type { Scenario, Subjects } from './scenario.ts';

const referral =
  'type typeLabel status statusLabel version referralDate submittedAt emailedAt organizationName contactName emailTo language';
const person =
  'givenName middleNames familyName listedName birthDate email phone addressLine1 addressLine2 city province postalCode preferredLanguage';

const page = (id: string, arguments_: { referrals: string; notifications: string }) => `
  ${id} number status version openedOn closedOn employmentGoal
  person { ${id} ${person} }
  program { ${id} label }
  organization { ${id} name }
  office { ${id} name }
  caseManager { ${id} username name }
  agreement { ${id} number }
  serviceDeliveryLocation { ${id} name }
  referrals${arguments_.referrals} { totalCount nodes { ${id} ${referral} } }
  notifications${arguments_.notifications} { nodes { ${id} type message createdAt acknowledgedAt } }`;

/** The screen of a case: itself, its client, twenty referrals, the notifications, and what can be done with it. */
export function casePage({ caseNumber }: Subjects): Scenario {
  const variables = { number: caseNumber };
  const ours = page('id', { referrals: '(first: 20)', notifications: '(first: 20)' });
  const theirs = page('id: rowId', {
    referrals: ': referralsByCaseId(first: 20, orderBy: [CREATED_AT_ASC, ROW_ID_ASC])',
    notifications: ': caseNotificationsByCaseId(first: 20, orderBy: [CREATED_AT_DESC, ROW_ID_DESC])',
  });
  return {
    name: 'case',
    title: 'case page with 20 referrals',
    ours: {
      query: `query Case($number: String!) { case(number: $number) { ${ours} allowedActions { action allowed } } }`,
      variables,
    },
    postgraphile: {
      query: `query Case($number: String!) { case: caseByNumber(number: $number) { ${theirs} } }`,
      variables,
    },
    floor: `/cases/${caseNumber}`,
    onlyOurs: ['allowedActions'],
  };
}
