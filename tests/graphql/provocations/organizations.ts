import { globalId } from '../../support/global-id.ts';
import {
  addAgreementMutation as addAgreement,
  addServiceDeliveryLocationMutation as addLocation,
  addOfficeMutation as addOffice,
  createOrganizationMutation as create,
  updateAgreementMutation as updateAgreement,
  updateServiceDeliveryLocationMutation as updateLocation,
  updateOfficeMutation as updateOffice,
  updateOrganizationMutation as updateOrganization,
} from '../../support/organization-operations.ts';
import { nobody, type Provocations, type Provoker } from './provoker.ts';

const place = {
  ...{ name: 'Provoked', addressLine1: '1 Main Street', city: 'Truro' },
  ...{ province: 'NS', postalCode: 'B2N 1A1' },
};
const office = { ...place, phone: '902-555-0190' };
const details = { ...office, generalContactEmail: 'info@provoked.example' };
const terms = { number: 'OFA-P', startsOn: '2026-01-01', endsOn: '2026-12-31', clientTracking: true };
const wrong = { postalCode: '90210' };

const ens = 'ens.admin';
const admin = 'north.admin';
const manager = 'north.manager';
const nowhere = { organizationId: globalId('Organization', nobody) };

/** How to get each refusal of the mutations of organizations and what they have. */
export function organizationProvocations({ api: { database }, by, organizationOf }: Provoker): Provocations {
  const north = async () => ({ organizationId: globalId('Organization', await organizationOf(manager)) });
  const ofNorth = async () => ({ organizationId: await organizationOf(manager) });
  const northOffice = async () => ({
    officeId: globalId('Office', (await database.office.findFirstOrThrow({ where: await ofNorth() })).id),
  });
  const northLocation = async () => {
    const { id } = await database.serviceDeliveryLocation.findFirstOrThrow({ where: await ofNorth() });
    return { serviceDeliveryLocationId: globalId('ServiceDeliveryLocation', id) };
  };
  const agreement = async (number: string) => ({
    agreementId: globalId(
      'Agreement',
      (await database.agreement.findUniqueOrThrow({ where: { number } })).id,
    ),
  });
  const withEcm = async () => {
    const { id } = await database.program.findFirstOrThrow({ where: { ecm: true } });
    return { ...terms, programIds: [globalId('Program', id)] };
  };
  return {
    'createOrganization.NotAllowed': async () => by(admin, create, details),
    'createOrganization.InvalidInput': async () => by(ens, create, { ...details, ...wrong }),

    'updateOrganization.NotFound': async () => by(ens, updateOrganization, nowhere),
    'updateOrganization.NotAllowed': async () => by(manager, updateOrganization, await north()),
    'updateOrganization.InvalidInput': async () =>
      by(admin, updateOrganization, { ...(await north()), ...wrong }),
    'updateOrganization.OrganizationHasOpenCases': async () =>
      by(ens, updateOrganization, { ...(await north()), closed: true }),

    'addOffice.NotFound': async () => by(ens, addOffice, { ...office, ...nowhere }),
    'addOffice.NotAllowed': async () => by(manager, addOffice, { ...office, ...(await north()) }),
    'addOffice.InvalidInput': async () => by(admin, addOffice, { ...office, ...(await north()), ...wrong }),
    'updateOffice.NotFound': async () => by('south.admin', updateOffice, await northOffice()),
    'updateOffice.NotAllowed': async () => by(manager, updateOffice, await northOffice()),
    'updateOffice.InvalidInput': async () => by(admin, updateOffice, { ...(await northOffice()), ...wrong }),

    'addServiceDeliveryLocation.NotFound': async () => by(ens, addLocation, { ...place, ...nowhere }),
    'addServiceDeliveryLocation.NotAllowed': async () =>
      by(manager, addLocation, { ...place, ...(await north()) }),
    'addServiceDeliveryLocation.InvalidInput': async () =>
      by(admin, addLocation, { ...place, ...(await north()), ...wrong }),
    'updateServiceDeliveryLocation.NotFound': async () =>
      by('south.admin', updateLocation, await northLocation()),
    'updateServiceDeliveryLocation.NotAllowed': async () =>
      by(manager, updateLocation, await northLocation()),
    'updateServiceDeliveryLocation.InvalidInput': async () =>
      by(admin, updateLocation, { ...(await northLocation()), ...wrong }),

    'addAgreement.NotFound': async () => by(ens, addAgreement, { ...(await withEcm()), ...nowhere }),
    'addAgreement.NotAllowed': async () =>
      by(admin, addAgreement, { ...(await withEcm()), ...(await north()) }),
    'addAgreement.InvalidInput': async () =>
      by(ens, addAgreement, { ...(await withEcm()), ...(await north()), programIds: [] }),
    'addAgreement.AgreementsOverlap': async () =>
      by(ens, addAgreement, { ...(await withEcm()), ...(await north()) }),
    'updateAgreement.NotFound': async () => by('south.admin', updateAgreement, await agreement('OFA-204117')),
    'updateAgreement.NotAllowed': async () => by(admin, updateAgreement, await agreement('OFA-204117')),
    'updateAgreement.InvalidInput': async () =>
      by(ens, updateAgreement, { ...(await agreement('OFA-204117')), number: null }),
    'updateAgreement.AgreementsOverlap': async () =>
      by(ens, updateAgreement, { ...(await agreement('OFA-181026')), endsOn: '2026-12-31' }),
  };
}
