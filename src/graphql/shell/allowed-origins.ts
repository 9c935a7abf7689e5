/** A name by which a machine calls itself alone. */
const local = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether pages of an origin may use the API: those that are listed, those of the service itself, and while developing those of this
 * machine.
 */
export function allowsOrigin(settings: {
  origins: readonly string[];
  publicUrl: string | undefined;
  development: boolean;
}): (origin: string) => boolean {
  const { origins, publicUrl, development } = settings;
  const listed = new Set([...origins, ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])]);
  return (origin) => {
    if (listed.has(origin)) return true;
    const url = URL.parse(origin);
    return development && url !== null && /^https?:$/.test(url.protocol) && local.test(url.hostname);
  };
}

/** Whether a Host header names this machine: where anybody can sign in, no page may reach it by a name of its own making. */
export function isLocalHost(host: string | undefined): boolean {
  const url = URL.parse(`http://${host ?? ''}`);
  return url !== null && local.test(url.hostname);
}
