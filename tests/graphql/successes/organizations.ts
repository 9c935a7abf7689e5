import type { TestApi } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import type { Success, Successes } from './success.ts';

const place = {
  ...{ name: 'New place', addressLine1: '1 Main Street', city: 'Truro' },
  ...{ province: 'NS', postalCode: 'B2N 1A1' },
};
const office = { ...place, phone: '902-555-0190' };

/** How to have success with each mutation of organizations and what they have. */
export function organizationSuccesses({ database }: TestApi): Successes {
  const byNetwork = (input: object): Success => ({ by: 'ens.admin', input });
  const byNorth = (input: object): Success => ({ by: 'north.admin', input });
  const own = { organization: { staff: { some: { username: 'north.admin' } } } };
  const organizationId = async (username = 'north.admin') => {
    const { organizationId: id } = await database.staff.findUniqueOrThrow({ where: { username } });
    return globalId('Organization', id);
  };
  return {
    createOrganization: async () =>
      byNetwork({ ...office, name: 'Strait Careers', generalContactEmail: 'info@strait.example' }),
    updateOrganization: async () =>
      byNorth({ organizationId: await organizationId(), phone: '902-555-0191' }),
    addOffice: async () => byNorth({ organizationId: await organizationId(), ...office }),
    updateOffice: async () => {
      const { id } = await database.office.findFirstOrThrow({ where: own });
      return byNorth({ officeId: globalId('Office', id), city: 'Amherst' });
    },
    addServiceDeliveryLocation: async () => ({
      // An organization without any: where there are several, cases need one.
      by: 'valley.admin',
      input: { organizationId: await organizationId('valley.admin'), ...place },
    }),
    updateServiceDeliveryLocation: async () => {
      const { id } = await database.serviceDeliveryLocation.findFirstOrThrow({ where: own });
      return byNorth({ serviceDeliveryLocationId: globalId('ServiceDeliveryLocation', id), city: 'Amherst' });
    },
    addAgreement: async () => {
      const { id } = await database.program.findUniqueOrThrow({ where: { code: 'YOUTH' } });
      return byNetwork({
        organizationId: await organizationId(),
        ...{ number: 'OFA-NEW', startsOn: '2026-01-01', endsOn: '2026-12-31', clientTracking: true },
        programIds: [globalId('Program', id)],
      });
    },
    updateAgreement: async () => {
      const { id } = await database.agreement.findUniqueOrThrow({ where: { number: 'OFA-204117' } });
      return byNetwork({ agreementId: globalId('Agreement', id), number: 'OFA-204118' });
    },
  };
}
