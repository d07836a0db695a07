/** `ECONNREFUSED`, `57P01` ... or the class of a fault; never its message, which may quote a row, a mail or a server. */
export function faultCode(fault: unknown): string {
  if (!(fault instanceof Error)) return 'fault';
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
}
