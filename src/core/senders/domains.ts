/** True when a domain is the other one or the parent that it belongs to: `clinic.example` speaks for `or.clinic.example`. */
export function speaksFor(domain: string, author: string): boolean {
  const [one, other] = [domain.toLowerCase().replace(/\.$/, ''), author.toLowerCase().replace(/\.$/, '')];
  return one !== '' && (one === other || (one.includes('.') && other.endsWith(`.${one}`)));
}

/** What stands after the last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
