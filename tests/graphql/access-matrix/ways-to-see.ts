import type { Thing } from '../../../src/domain/access-table.ts';
import { createSignedLinks } from '../../../src/graphql/signed-links.ts';
import { signingSecret } from '../../support/api.ts';
import { globalId, plainId } from '../../support/global-id.ts';
import { marks } from './marks.ts';
import type { Scene } from './scene.ts';
import type { Viewer } from './viewers.ts';

/** A way in which things show, and what the viewer must be allowed to see for it. */
export type Way = {
  name: string;
  shows: [Thing, ...Thing[]];
  /** The operation, where it is one, so that it can be told which fields of the schema are tried. */
  document?: string;
  /** Whether the thing shows itself. */
  look(viewer: Viewer): Promise<boolean>;
};

/** Every way there is to see something of the scene. */
export function waysToSee({ api, number, ids }: Scene): Way[] {
  /** A query that shows the mark to whoever sees all that it `shows`. */
  const query = (shows: Way['shows'], document: string, mark: string): Way => ({
    name: document.replaceAll(/\s+/g, ' ').trim(),
    shows,
    document,
    async look(viewer) {
      const { data } = await viewer.ask(document);
      return JSON.stringify(data ?? null).includes(mark);
    },
  });
  const node = (id: string, type: string, fields: string) => [
    `{ node(id: "${id}") { ... on ${type} { ${fields} } } }`,
    `{ nodes(ids: ["${id}"]) { ... on ${type} { ${fields} } } }`,
  ];
  const asNode = (shows: Way['shows'], [id, type, fields]: [string, string, string], mark: string) =>
    node(id, type, fields).map((document) => query(shows, document, mark));
  /** Of the case, by every way to the case, and by way of the client. */
  const ofCase = (shows: Way['shows'], fields: string, mark: string) => [
    ...asNode(shows, [ids.case, 'Case', fields], mark),
    query(shows, `{ case(number: "${number}") { ${fields} } }`, mark),
    query(shows, `{ cases(search: "${number}") { nodes { ${fields} } } }`, mark),
    query(shows, `{ cases(search: "Quillfeather") { edges { node { ${fields} } } } }`, mark),
    query(shows, `{ people(search: "${number}") { nodes { cases { nodes { ${fields} } } } } }`, mark),
    query(
      ['personRecord', ...shows],
      ...([
        `{ node(id: "${ids.person}") { ... on Person { cases { nodes { ${fields} } } } } }`,
        mark,
      ] as const),
    ),
    // A task leads to the case only while its owner may see it.
    query(
      ['caseSummary', ...shows],
      `{ homepageTasks(due: ALL, first: 100) { nodes { case { ${fields} } } } }`,
      mark,
    ),
  ];
  /** Of the submitted referral, by every way to it. */
  const ofReferral = (shows: Way['shows'], fields: string, mark: string, id = ids.submitted) => [
    ...asNode(shows, [id, 'Referral', fields], mark),
    query(
      ['case', ...shows],
      `{ case(number: "${number}") { referrals(first: 20) { nodes { ${fields} } } } }`,
      mark,
    ),
  ];
  /** Of the transfer that South is asked for. */
  const ofRequest = (shows: Way['shows'], fields: string, mark: string) => [
    ...asNode(shows, [ids.request, 'PendingTransfer', fields], mark),
    query(shows, `{ pendingTransfers(search: "${number}", first: 100) { nodes { ${fields} } } }`, mark),
  ];
  const link = (kind: 'letters' | 'documents', thing: Thing, id: string): Way => ({
    name: `a signed link to ${kind}`,
    shows: [thing],
    async look({ staffId }) {
      const links = createSignedLinks(signingSecret, () => api.url);
      const { url } = await links.sign(kind, { staffId, id: plainId(id) });
      const answer = await fetch(url);
      await answer.arrayBuffer();
      return answer.status === 200;
    },
  });
  return [
    ...asNode(['personRecord'], [ids.person, 'Person', 'email'], marks.person),
    query(['personRecord'], `{ people(search: "Quillfeather") { nodes { email } } }`, marks.person),
    query(
      ['personRecord', 'caseSummary'],
      `{ people(search: "${number}") { nodes { email } } }`,
      marks.person,
    ),
    ...ofCase(['caseSummary'], 'summary { employmentGoal }', marks.goal),
    ...ofCase(['caseSummary', 'personRecord'], 'person { email }', marks.person),
    ...ofCase(['case'], 'agreement { number }', marks.agreement),
    ...ofCase(['case'], 'employmentGoal', marks.goal),
    ...ofCase(['case', 'referrals'], 'referrals { nodes { contactName } }', marks.contact),
    ...ofCase(['case', 'notifications'], 'notifications { nodes { id } }', ids.notification),
    ...ofReferral(['referrals'], 'contactName', marks.contact),
    ...ofReferral(['referrals', 'case'], 'case { agreement { number } }', marks.agreement),
    ...ofReferral(['referrals', 'personRecord'], 'receiverView { person { email } }', marks.person),
    ...ofReferral(
      ['referrals', 'caseSummary'],
      'receiverView { case { summary { employmentGoal } } }',
      marks.goal,
    ),
    ...ofReferral(['referrals', 'letters'], 'letter { sha256 }', '"sha256":"'),
    ...ofReferral(['referrals', 'letters'], 'receiverView { letter { sha256 } }', '"sha256":"'),
    ...ofReferral(['referrals', 'letters'], 'correspondence { nodes { id } }', ids.correspondence),
    ...asNode(['letters'], [ids.correspondence, 'Correspondence', 'id'], ids.correspondence),
    link('letters', 'letters', ids.submitted),
    ...ofReferral(['referrals', 'notes'], 'notes { nodes { text } }', marks.note),
    ...asNode(['notes'], [ids.note, 'ReferralNote', 'text'], marks.note),
    ...ofReferral(['referrals', 'documents'], 'documents { nodes { fileName } }', marks.document, ids.draft),
    ...asNode(['documents'], [ids.document, 'ReferralDocument', 'fileName'], marks.document),
    link('documents', 'documents', ids.document),
    ...asNode(['notifications'], [ids.notification, 'CaseNotification', 'id'], ids.notification),
    ...ofCase(['case'], 'statusHistory { nodes { reason } }', marks.reason),
    ...asNode(['case'], [ids.statusChange, 'CaseStatusChange', 'reason'], marks.reason),
    ...ofCase(['case'], 'transfers { nodes { id } }', globalId('CaseTransfer', ids.transfer)),
    ...asNode(
      ['case'],
      [globalId('CaseTransfer', ids.transfer), 'CaseTransfer', 'completedAt'],
      '"completedAt":"',
    ),
    ...asNode(
      ['case', 'referrals'],
      [globalId('CaseTransfer', ids.transfer), 'CaseTransfer', 'referral { contactName }'],
      marks.contact,
    ),
    ...asNode(
      ['transferReceipts'],
      [globalId('TransferReceipt', ids.transfer), 'TransferReceipt', 'caseNumber'],
      number,
    ),
    query(['transferReceipts'], `{ transferReceipts { nodes { caseNumber } } }`, number),
    ...asNode(
      ['case'],
      [ids.caseload, 'CaseloadTransfer', 'items { nodes { case { agreement { number } } } }'],
      marks.agreement,
    ),
    ...asNode(
      ['case', 'personRecord'],
      [ids.caseload, 'CaseloadTransfer', 'items { nodes { client } }'],
      'Quillfeather',
    ),
    ...[
      '{ homepageTasks(due: ALL, first: 100) { nodes { orgOrPlayer } } }',
      '{ homepageTasks(due: ALL, search: "quillfeather") { nodes { orgOrPlayer } } }',
      '{ homepageTasks(due: ALL, first: 100) { nodes { person { familyName } } } }',
    ].map((document) => query(['personRecord'], document, 'Quillfeather')),
    ...[
      '{ homepageTasks(due: ALL, first: 100) { nodes { program } } }',
      '{ homepageTasks(due: ALL, search: "lsi ens") { nodes { program } } }',
      '{ homepageTasks(due: ALL, program: "LSI-ENS") { nodes { program } } }',
    ].map((document) => query(['caseSummary'], document, 'ECM (LSI-ENS)')),
    query(
      ['transferRequests'],
      '{ homepageTasks(due: ALL, first: 100) { nodes { pendingTransfer { id } } } }',
      ids.request,
    ),
    ...ofRequest(['transferRequests'], 'id', ids.request),
    ...ofRequest(['transferRequests', 'personRecord'], 'person { email }', marks.person),
    ...ofRequest(['transferRequests', 'caseSummary'], 'case { summary { employmentGoal } }', marks.goal),
    ...ofRequest(['transferRequests', 'case'], 'case { agreement { number } }', marks.agreement),
    ...ofRequest(['transferRequests', 'referrals'], 'referral { contactName }', marks.contact),
    query(
      ['referrals'],
      `{ homepageTasks(due: ALL, first: 100) { nodes { referral { contactName } } } }`,
      marks.contact,
    ),
  ];
}
