import { wholeCases } from '../../domain/cases/access.ts';
import { visiblePeople } from '../../domain/people/access.ts';
import { receiverEmail } from '../../domain/referrals/receiver-email.ts';
import { explainReceiverView } from '../../domain/referrals/receiver-explanation.ts';
import { type ReceiverView, receiverView } from '../../domain/referrals/receiver-view.ts';
import { builder } from '../builder.ts';
import { CaseSummary } from '../cases/case-summary.ts';
import { LetterRef } from '../correspondence/letter.ts';
import { encodeGlobalId } from '../global-ids.ts';
import { openAccesses, PersonRecord } from '../people/person.ts';
import { ReceiverAccessRef } from './receiver-access.ts';
import { ReceiverEmailRef } from './receiver-email.ts';
import { viewLetter } from './view-letter.ts';

const ReceiverPerson = builder.prismaObject('Person', {
  variant: 'ReceiverPerson',
  description: 'The person record as the receiver reads it, every field of it.',
  interfaces: [PersonRecord],
  include: openAccesses,
  fields: (t) => ({
    personId: t.id({
      description:
        'The id of the Person. The field is not named id, so that a client cache does not mix up what two organizations see.',
      resolve: ({ id }) => encodeGlobalId('Person', id),
    }),
  }),
});

const ReceiverCase = builder.prismaObject('Case', {
  variant: 'ReceiverCase',
  description: 'The case as the receiver finds it: every other field of Case is null for them (R26).',
  fields: (t) => ({
    caseId: t.id({
      description: 'The id of the Case.',
      resolve: ({ id }) => encodeGlobalId('Case', id),
    }),
    number: t.exposeString('number', { description: 'The Case ID.' }),
    summary: t.variant(CaseSummary, { description: 'The summary.' }),
  }),
});

const ReceiverViewRef = builder.objectRef<ReceiverView>('ReceiverView').implement({
  description:
    'What the people of the receiving organization see of the client and the case by way of this case, and the email and letter they get (B7). It shows nothing that you do not see yourself, and does not tell what they see for other reasons.',
  fields: (t) => ({
    explanation: t.string({
      description: 'Who sees what and how long, in sentences in the language of the request.',
      resolve: (view, _args, { language }) => explainReceiverView(view, language),
    }),
    access: t.expose('access', {
      type: ReceiverAccessRef,
      description: 'How the access stands that this referral gives.',
    }),
    person: t.prismaField({
      type: ReceiverPerson,
      nullable: true,
      description: 'The person record as they read it; null where they cannot (R24 to R26).',
      resolve: (query, { sees, referral }, _args, { platform, actor, moment }) =>
        sees.person
          ? platform.database.person.findFirst({
              ...query,
              where: { id: referral.personId, ...visiblePeople(actor, moment()) },
            })
          : null,
    }),
    case: t.prismaField({
      type: ReceiverCase,
      nullable: true,
      description:
        'The case as they find it, with its summary; null where they cannot find it, as ever with an informational referral (R24, R26).',
      resolve: (query, { sees, referral }, _args, { platform, actor }) =>
        sees.case
          ? platform.database.case.findFirst({
              ...query,
              where: { id: referral.caseId, ...wholeCases(actor) },
            })
          : null,
    }),
    managesCase: t.exposeBoolean('managesCase', {
      description: 'Whether they manage the case, since a transfer to them: then they see all of it.',
    }),
    email: t.field({
      type: ReceiverEmailRef,
      description: 'The email as they get it (R21).',
      resolve: ({ referral }, _args, { actor, platform }) => receiverEmail(actor, platform, referral.id),
    }),
    letter: t.field({
      type: LetterRef,
      complexity: 500,
      nullable: true,
      description:
        'The letter as they get it, the same as Referral.letter; null while no template is chosen (R14).',
      resolve: ({ referral }, _args, context) => viewLetter(referral, context),
    }),
  }),
});

builder.prismaObjectField('Referral', 'receiverView', (t) =>
  t.field({
    type: ReceiverViewRef,
    complexity: 50,
    description:
      '“What will they see?”: what the receiver’s people will be able to read once this draft is submitted; after submit, what they can read at the moment (B7).',
    resolve: ({ id }, _args, { actor, platform }) => receiverView(actor, platform, id),
  }),
);
