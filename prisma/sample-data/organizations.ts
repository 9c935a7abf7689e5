import { places } from './places.ts';

/** The short name of each sample organization; the user names of its staff begin with it. */
export type OrganizationKey = 'ens' | 'north' | 'south' | 'valley' | 'expired' | 'noecm' | 'untracked';

type Address = { addressLine1: string; addressLine2?: string; city: string; postalCode: string };

/** An agreement; its first and last day are counted in days from the day of seeding. */
type SampleAgreement = {
  number: string;
  startsIn: number;
  endsIn: number;
  clientTracking: boolean;
  programs: string[];
};

/** An organization with all that belongs to it. Its cases are reported under its first agreement. */
export type SampleOrganization = Address & {
  name: string;
  generalContactEmail: string;
  phone: string;
  isEmploymentNovaScotia?: true;
  offices: (Address & { name: string; phone: string })[];
  serviceDeliveryLocations: (Address & { name: string })[];
  agreements: SampleAgreement[];
};

export const programs = [
  { code: 'LSI-ENS', name: 'Nova Scotia Works Case Management', ecm: true },
  { code: 'SKILLS', name: 'Skills Development', ecm: false },
  { code: 'YOUTH', name: 'Youth Employment Pathways', ecm: false },
];

/** Ends late enough that sample data made once stays of use for years. */
const current = { startsIn: -500, endsIn: 1_500 };

/**
 * Employment Nova Scotia, three organizations that referrals can be sent to, and one each that fails a single condition
 * of R6: `expired` the active agreement, `noecm` the ECM program, `untracked` client tracking. All but the first are invented.
 */
export const organizations: Record<OrganizationKey, SampleOrganization> = {
  ens: {
    name: 'Employment Nova Scotia',
    generalContactEmail: 'info@ens.example',
    phone: '902-555-0100',
    ...places.halifax,
    isEmploymentNovaScotia: true,
    offices: [{ name: 'Halifax Office', phone: '902-555-0100', ...places.halifax }],
    serviceDeliveryLocations: [],
    agreements: [],
  },
  north: {
    name: 'North Shore Employment Services',
    generalContactEmail: 'info@northshore.example',
    phone: '902-555-0101',
    ...places.tatamagouche,
    offices: [
      { name: 'Tatamagouche Office', phone: '902-555-0101', ...places.tatamagouche },
      { name: 'Pugwash Office', phone: '902-555-0102', ...places.pugwash },
    ],
    serviceDeliveryLocations: [{ name: 'Tatamagouche Resource Centre', ...places.tatamagouche }],
    agreements: [{ number: 'OFA-204117', ...current, clientTracking: true, programs: ['LSI-ENS', 'SKILLS'] }],
  },
  south: {
    name: 'South Shore Works Association',
    generalContactEmail: 'info@southshoreworks.example',
    phone: '902-555-0103',
    ...places.lunenburg,
    offices: [
      { name: 'Lunenburg Office', phone: '902-555-0103', ...places.lunenburg },
      { name: 'Chester Office', phone: '902-555-0104', ...places.chester },
    ],
    serviceDeliveryLocations: [
      { name: 'Lunenburg Career Hub', ...places.lunenburg },
      { name: 'Mahone Bay Learning Centre', ...places.mahoneBay },
      { name: 'Chester Outreach', ...places.chester },
    ],
    agreements: [
      { number: 'OFA-207358', ...current, clientTracking: true, programs: ['LSI-ENS', 'YOUTH'] },
      { number: 'OFA-181026', startsIn: -1_600, endsIn: -501, clientTracking: true, programs: ['LSI-ENS'] },
    ],
  },
  valley: {
    name: 'Annapolis Valley Career Centre',
    generalContactEmail: 'info@valleycareer.example',
    phone: '902-555-0105',
    ...places.middleton,
    offices: [{ name: 'Middleton Office', phone: '902-555-0105', ...places.middleton }],
    serviceDeliveryLocations: [],
    agreements: [{ number: 'OFA-209543', ...current, clientTracking: true, programs: ['LSI-ENS', 'SKILLS'] }],
  },
  expired: {
    name: 'Fundy Tides Employment Centre',
    generalContactEmail: 'info@fundytides.example',
    phone: '902-555-0106',
    ...places.digby,
    offices: [{ name: 'Digby Office', phone: '902-555-0106', ...places.digby }],
    serviceDeliveryLocations: [],
    agreements: [
      {
        number: 'OFA-190762',
        startsIn: -800,
        endsIn: -30,
        clientTracking: true,
        programs: ['LSI-ENS', 'SKILLS'],
      },
    ],
  },
  noecm: {
    name: 'Port Hood Skills Co-operative',
    generalContactEmail: 'info@porthoodskills.example',
    phone: '902-555-0107',
    ...places.portHood,
    offices: [{ name: 'Port Hood Office', phone: '902-555-0107', ...places.portHood }],
    serviceDeliveryLocations: [],
    agreements: [{ number: 'OFA-211894', ...current, clientTracking: true, programs: ['SKILLS', 'YOUTH'] }],
  },
  untracked: {
    name: "Bras d'Or Work Link Society",
    generalContactEmail: 'info@brasdorworklink.example',
    phone: '902-555-0108',
    ...places.baddeck,
    offices: [{ name: 'Baddeck Office', phone: '902-555-0108', ...places.baddeck }],
    serviceDeliveryLocations: [],
    agreements: [
      { number: 'OFA-213406', ...current, clientTracking: false, programs: ['LSI-ENS', 'SKILLS'] },
    ],
  },
};
