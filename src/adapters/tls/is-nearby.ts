/** This machine, or a bare name of its own network (a container beside us): there TLS is used when offered, not required. */
export function isNearby(host: string): boolean {
  return host === '127.0.0.1' || host === '::1' || !/[.:]/.test(host);
}
