import {
  addClient,
  caseChoices,
  changeCaseStatusMutation as changeStatus,
  createPersonMutation as create,
  newcomer,
  openCaseMutation as open,
  updateCaseMutation as updateCase,
  updatePersonMutation as updatePerson,
} from '../../support/case-operations.ts';
import { globalId } from '../../support/global-id.ts';
import { refer } from '../../support/refer.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';

const manager = 'north.manager';
const close = { status: 'CLOSED', reason: 'Found work.', confirm: true } as const;

/** How to get each refusal of createPerson, updatePerson, openCase, updateCase and changeCaseStatus. */
export function peopleAndCasesProvocations({ api, by, north }: Provoker): Provocations {
  const client = async () => await addClient(api, await north());
  const closed = async () => {
    const { caseId, ...others } = await client();
    await (await north()).request(changeStatus, { input: { caseId, ...close } });
    return { caseId, ...others };
  };
  const person = async () => await newcomer(api, manager);
  return {
    'createPerson.NotAllowed': async () => by('north.reader', create, await person()),
    'createPerson.InvalidInput': async () => by(manager, create, { ...(await person()), sin: '123 456 789' }),
    'createPerson.PossibleDuplicatePeople': async () =>
      by(manager, create, {
        ...{ ...(await person()), givenName: 'Rosa', familyName: 'Diaz', birthDate: '1988-03-14' },
      }),

    'updatePerson.NotFound': async () =>
      by('valley.manager', updatePerson, { personId: (await client()).personId, city: 'Truro' }),
    'updatePerson.NotAllowed': async () =>
      by('north.reader', updatePerson, { personId: (await client()).personId, city: 'Truro' }),
    'updatePerson.StaleRecord': async () =>
      by(manager, updatePerson, { personId: (await client()).personId, version: 0, city: 'Truro' }),
    'updatePerson.InvalidInput': async () =>
      by(manager, updatePerson, { personId: (await client()).personId, province: 'Nova Scotia' }),

    'openCase.NotFound': async () =>
      by(manager, open, { personId: globalId('Person', nobody), ...(await caseChoices(api, manager)) }),
    'openCase.NotAllowed': async () =>
      by('north.reader', open, { personId: (await client()).personId, ...(await caseChoices(api, manager)) }),
    'openCase.OpenCaseExists': async () =>
      by(manager, open, { personId: (await client()).personId, ...(await caseChoices(api, manager)) }),
    'openCase.InvalidInput': async () =>
      by(manager, open, {
        ...{ personId: (await closed()).personId, ...(await caseChoices(api, manager)) },
        officeId: globalId('Office', nobody),
      }),

    'updateCase.NotFound': async () => by('valley.manager', updateCase, { caseId: (await client()).caseId }),
    'updateCase.NotAllowed': async () => by('north.reader', updateCase, { caseId: (await client()).caseId }),
    'updateCase.CaseNotOpen': async () =>
      by(manager, updateCase, { caseId: (await closed()).caseId, employmentGoal: 'Baker' }),
    'updateCase.StaleRecord': async () =>
      by(manager, updateCase, { caseId: (await client()).caseId, version: 0, employmentGoal: 'Baker' }),
    'updateCase.InvalidInput': async () =>
      by(manager, updateCase, { caseId: (await client()).caseId, officeId: null }),

    'changeCaseStatus.NotFound': async () =>
      by('valley.manager', changeStatus, { caseId: (await client()).caseId, ...close }),
    'changeCaseStatus.NotAllowed': async () =>
      by('north.reader', changeStatus, { caseId: (await client()).caseId, ...close }),
    'changeCaseStatus.StaleRecord': async () =>
      by(manager, changeStatus, { caseId: (await client()).caseId, version: 0, ...close }),
    'changeCaseStatus.CaseStatusNotReachable': async () =>
      by(manager, changeStatus, { caseId: (await client()).caseId, status: 'FOLLOW_UP' }),
    'changeCaseStatus.InvalidInput': async () =>
      by(manager, changeStatus, { caseId: (await closed()).caseId, status: 'INTAKE' }),
    'changeCaseStatus.OpenCaseExists': async () => {
      const { caseId, personId } = await closed();
      const input = { personId, ...(await caseChoices(api, manager)) };
      await (await north()).request(open, { input });
      return by(manager, changeStatus, { caseId, status: 'INTAKE', reason: 'Came back.' });
    },
    'changeCaseStatus.ConfirmationRequired': async () => {
      const { caseId, number } = await client();
      await refer(await north(), { number, type: 'CASE_TRANSFER' });
      return by(manager, changeStatus, { caseId, ...close, confirm: false });
    },
  };
}
