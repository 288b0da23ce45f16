import iconv from 'iconv-lite';

/** Bytes as text: in the charset that is named where one is and fits, else UTF-8, else Windows-1252. */
export function decodeCharset(bytes: Uint8Array, charset?: string): string {
  const label = charset?.trim().toLowerCase() ?? '';
  if (
    label !== '' &&
    !/^(?:us-?ascii|ascii|ansi_x3\.4-1968|unknown.*|x-unknown|default|binary)$/.test(label)
  ) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      if (iconv.encodingExists(label)) return iconv.decode(Buffer.from(bytes), label);
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
