/** Whether a host (a name or an address, without brackets) may be asked on a port although it is not public. */
export type IsAllowedHost = (host: string, port: number) => boolean;

const bare = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** A list of `host` or `host:port` as a question. IPv6 addresses with a port are written in brackets: `[::1]:8080`. */
export function toAllowedHosts(entries: readonly string[]): IsAllowedHost {
  const allowed = new Set(
    entries.map((entry) => {
      const withPort = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry.trim());
      return withPort ? `${bare(withPort[1] ?? '')} ${withPort[2]}` : bare(entry.trim());
    }),
  );
  return (host, port) => allowed.has(bare(host)) || allowed.has(`${bare(host)} ${port}`);
}
