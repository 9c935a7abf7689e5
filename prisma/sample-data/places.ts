/** Invented addresses in towns of Nova Scotia. */
export const places = {
  halifax: {
    addressLine1: '1 Sample Square',
    addressLine2: 'Floor 5',
    city: 'Halifax',
    postalCode: 'B3J 0A1',
  },
  tatamagouche: { addressLine1: '210 Creamery Lane', city: 'Tatamagouche', postalCode: 'B0K 1V0' },
  pugwash: {
    addressLine1: '14 Saltworks Street',
    addressLine2: 'Unit 2',
    city: 'Pugwash',
    postalCode: 'B0K 1L0',
  },
  lunenburg: { addressLine1: '75 Shipwright Street', city: 'Lunenburg', postalCode: 'B0J 2C0' },
  mahoneBay: { addressLine1: '31 Three Spires Way', city: 'Mahone Bay', postalCode: 'B0J 2E0' },
  chester: { addressLine1: '8 Regatta Road', city: 'Chester', postalCode: 'B0J 1J0' },
  middleton: { addressLine1: '402 Orchard Row', city: 'Middleton', postalCode: 'B0S 1P0' },
  digby: { addressLine1: '19 Wharf Hill', city: 'Digby', postalCode: 'B0V 1A0' },
  portHood: { addressLine1: '6 Lighthouse Loop', city: 'Port Hood', postalCode: 'B0E 2W0' },
  baddeck: { addressLine1: '88 Ferry Landing Road', city: 'Baddeck', postalCode: 'B0E 1B0' },
};
