import type { Scan } from './scan-evidence.ts';

/** Client data was left where it must not be. The message names each place. */
export class ClientDataFound extends Error {
  override readonly name = 'ClientDataFound';
}

/** @throws ClientDataFound where the scan found something. */
export function refuseClientData({ findings, clients, lines }: Scan): void {
  if (findings.length === 0) return;
  const shown = findings
    .slice(0, 40)
    .map(({ kind, place, excerpt }) => `  ${kind} in ${place}: … ${excerpt} …`);
  throw new ClientDataFound(
    [
      `[D14] [B1] Client data is where it must not be (${findings.length} places; ${lines} lines, ${clients} clients):`,
      ...shown,
      ...(findings.length > shown.length ? [`  and ${findings.length - shown.length} more`] : []),
    ].join('\n'),
  );
}
