import { readRunningServices } from '../src/platform/embedded/data-directory.ts';

/** The service cannot be used for the demo. The message says what to do. */
export class NoService extends Error {}

/**
 * Where the service runs: HANDOFF_URL, or the service started in this folder, or the usual port.
 * @returns its URL without a path.
 * @throws NoService when none answers there.
 */
export async function findService(dataDirectory: string): Promise<string> {
  const url = process.env.HANDOFF_URL ?? readRunningServices(dataDirectory)?.url ?? 'http://127.0.0.1:4000';
  const ready = await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!ready) {
    throw new NoService(
      `No Handoff answers at ${url}. Start one with "npm start" in another terminal, or set HANDOFF_URL to where it runs.`,
    );
  }
  return url.replace(/\/$/, '');
}
