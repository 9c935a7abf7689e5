import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { visibleNotes } from '../../domain/referrals/access.ts';
import { addReferralNote } from '../../domain/referrals/add-referral-note.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

const AddReferralNoteSuccess = builder.objectRef<{ id: string }>('AddReferralNoteSuccess').implement({
  description: 'The note has been added.',
  fields: (t) => ({
    note: t.prismaField({
      type: 'ReferralNote',
      description: 'The note.',
      resolve: (query, { id }, _args, { platform, actor }) =>
        platform.database.referralNote.findFirstOrThrow({
          ...query,
          where: { id, ...visibleNotes(actor) },
        }),
    }),
  }),
});

const AddReferralNoteInput = builder.inputType('AddReferralNoteInput', {
  description: 'What to note, and on which referral.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral, a draft or submitted.' }),
    text: t.string({
      description: 'From 1 to 5,000 characters. Line breaks are kept; space at both ends is not.',
    }),
  }),
});

builder.mutationField('addReferralNote', (t) =>
  t.field({
    type: AddReferralNoteSuccess,
    description:
      'Adds a note to a referral, before submit or after it (R13, D11). A note cannot be changed or removed.',
    args: {
      input: t.arg({ type: AddReferralNoteInput, description: 'What to note, and on which referral.' }),
    },
    errors: { types: [NotFound, NotAllowed, InvalidInput] },
    resolve: async (_root, { input }, { actor, platform }) => ({
      id: await addReferralNote(actor, platform, {
        ...input,
        referralId: readId('Referral', input.referralId, 'referralId'),
      }),
    }),
  }),
);
