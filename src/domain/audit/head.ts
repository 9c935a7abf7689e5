/** The end of the hash chain: who keeps it elsewhere can tell later that nothing before it was touched. */
export type Head = { position: bigint; hash: Uint8Array };

/** As it is printed and noted down: `1234:9f86d0…`. */
export function writeHead({ position, hash }: Head): string {
  return `${position}:${Buffer.from(hash).toString('hex')}`;
}

/** Reads what {@link writeHead} wrote; null for anything else. */
export function readHead(text: string): Head | null {
  const [, position, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return position === undefined || hash === undefined
    ? null
    : { position: BigInt(position), hash: new Uint8Array(Buffer.from(hash, 'hex')) };
}

/** Whether two hashes are the same. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other);
}
