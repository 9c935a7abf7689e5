import type { Action, Relation, Thing } from './access-table.ts';

/** What the access table's relations mean, and when each begins and ends: for docs/access.md and for the schema. */
export const relationWords: Record<Relation, { name: string; means: string; begins: string; ends: string }> =
  {
    MANAGES: {
      name: 'Manages it',
      means: 'The organization manages the case: its case manager, office and agreement are on it.',
      begins: 'It begins when the organization opens the case or completes a transfer of it.',
      ends: 'It ends when the case is transferred to another organization. A case that is closed stays with who managed it last.',
    },
    OPEN_CASE_TRANSFER: {
      name: 'Open Case Transfer referral',
      means: 'The case has been referred to the organization for transfer, and the referral is still open.',
      begins: 'It begins when the referral is submitted.',
      ends: 'It ends when the organization completes the transfer or declines, when the sender withdraws, when the case is transferred to anybody else, or by itself after 90 days. While the organization is closed, or has no agreement in force with an ECM program and client tracking, it is not there.',
    },
    INFORMATIONAL: {
      name: 'Informational referral',
      means: 'The client has been referred to the organization for information, within LaMPSS.',
      begins: 'It begins when the referral is submitted.',
      ends: 'It ends by itself after 365 days; a transfer of the case does not end it. While the organization is closed, or has no agreement in force with an ECM program and client tracking, it is not there.',
    },
    MANAGED_BEFORE: {
      name: 'Managed it before',
      means: 'The organization managed the case until it was transferred to another.',
      begins: 'It begins when the transfer is completed.',
      ends: 'It does not end: the receipt of the transfer is kept.',
    },
    NETWORK_ADMINISTRATOR: {
      name: 'Administers the network',
      means:
        'The viewer is an administrator of Employment Nova Scotia, signed in there. It holds for every case.',
      begins: 'It begins when Employment Nova Scotia gives the person that role.',
      ends: 'It ends when the role is taken away or the person’s account is disabled.',
    },
    NONE: {
      name: 'None',
      means:
        'The organization has nothing to do with the case, or no longer has: to its people there is no such case and no such client.',
      begins: 'It is so from the start.',
      ends: 'It ends when one of the others begins.',
    },
  };

/** What each thing of the access table is. */
export const thingWords: Record<Thing, { name: string; means: string }> = {
  personRecord: {
    name: 'Person record',
    means: 'The client’s name, birth date, contact details and preferred language.',
  },
  caseSummary: {
    name: 'Case summary',
    means: 'The Case ID, status, opening day, employment goal, program, organization and case manager.',
  },
  case: { name: 'Case', means: 'All of the case, with its history of statuses and transfers.' },
  referrals: { name: 'Referrals', means: 'Every referral of the case, drafts too, with all fields.' },
  letters: {
    name: 'Letters and emails',
    means: 'The letter of each referral, and each email it went out with.',
  },
  notes: { name: 'Notes', means: 'The notes on referrals.' },
  documents: { name: 'Documents', means: 'The documents added to referrals.' },
  notifications: { name: 'Notifications', means: 'The notifications of the Case Home Page.' },
  transferRequests: {
    name: 'Pending transfer',
    means:
      'That an organization is asked to take the case over: by whom, since when and until when. A receiver sees what it is asked itself, not what others are.',
  },
  transferReceipts: {
    name: 'Transfer receipt',
    means:
      'That the organization gave a case away: its Case ID, when, and to whom; nothing of client or case.',
  },
};

/** What each action of the access table does, but for what is said otherwise of a thing. */
const actionWords: Record<Action, string> = {
  see: 'see',
  add: 'add',
  update: 'change',
  openCase: 'open a case',
  changeStatus: 'change its status',
  submit: 'submit',
  cancel: 'cancel drafts',
  withdraw: 'withdraw',
  decline: 'decline',
  transfer: 'transfer',
  handOver: 'hand over a caseload',
  sendAgain: 'send again',
  remove: 'remove from drafts',
  acknowledge: 'acknowledge',
};

/** What an action of the access table does with a thing. */
export function actionWord(thing: Thing, action: Action): string {
  // A referral can be changed only before submit (R17).
  return thing === 'referrals' && action === 'update' ? 'change drafts' : actionWords[action];
}
