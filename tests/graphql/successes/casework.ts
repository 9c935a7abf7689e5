import type { TestApi } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import type { Success, Successes } from './success.ts';

const number = '50244764';

/** How to have success with each mutation of people and cases. */
export function caseworkSuccesses({ database }: TestApi): Successes {
  const byNorth = (input: object): Success => ({ by: 'north.manager', input });
  const found = () => database.case.findUniqueOrThrow({ where: { number } });
  /** What another case at the same place is opened with. */
  const wish = async () => {
    const { programId, officeId, agreementId } = await found();
    return {
      programId: globalId('Program', programId),
      officeId: globalId('Office', officeId),
      agreementId: globalId('Agreement', agreementId),
    };
  };
  return {
    createPerson: async () =>
      byNorth({ givenName: 'Quentin', familyName: 'Oxley', birthDate: '1985-05-05', case: await wish() }),
    updatePerson: async () => {
      const { personId } = await found();
      return byNorth({ personId: globalId('Person', personId), city: 'Pictou' });
    },
    openCase: async () => {
      const { id } = await database.person.create({
        data: { givenName: 'Odette', familyName: 'Quill', birthDate: new Date('1979-09-09') },
      });
      const { id: _, number: __, personId: ___, ...like } = await found();
      await database.case.create({
        data: { ...like, number: '99999998', personId: id, status: 'CLOSED', closedOn: new Date() },
      });
      return byNorth({ personId: globalId('Person', id), ...(await wish()) });
    },
    updateCase: async () =>
      byNorth({ caseId: globalId('Case', (await found()).id), employmentGoal: 'Works on a boat' }),
    changeCaseStatus: async () => {
      const { id } = await database.case.findFirstOrThrow({
        where: { caseManager: { username: 'north.manager' }, status: 'INTAKE' },
      });
      return byNorth({ caseId: globalId('Case', id), status: 'ASSESSMENT', confirm: true });
    },
  };
}
