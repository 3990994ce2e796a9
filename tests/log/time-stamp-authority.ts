import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WRITTEN, writeDer } from '#lib/log/der.ts';

/** A time stamping authority of OpenSSL's, in a folder of its own: a root, one certificate below it, and `openssl ts`. */
export class TimeStampAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'candor-authority-'));
  /** File of the root certificate, PEM. */
  readonly root = join(this.folder, 'root.pem');

  /** `purpose`: extended key usage of the certificate; `kind`: of its key; `days`: how long it is valid. */
  constructor({ purpose = 'critical,timeStamping', kind = 'rsa', days = 30, isSent = 'yes' } = {}) {
    const sections = `[tsa]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
subjectKeyIdentifier = hash
${purpose === '' ? '' : `extendedKeyUsage = ${purpose}`}
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[req]
distinguished_name = name
[name]
[stamps]
dir = ${this.folder}
serial = ${this.folder}/serial
signer_cert = ${this.folder}/tsa.pem
signer_key = ${this.folder}/tsa.key
${isSent === 'yes' ? `certs = ${this.root}` : ''}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;
    this.write('openssl.cnf', sections);
    this.write('serial', '01\n');
    const newKey =
      kind === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${kind}`];
    const request = (name: string, subject: string, ...more: string[]) =>
      this.run(
        ['req', '-config', 'openssl.cnf', ...newKey, '-nodes', '-keyout', `${name}.key`, '-subj', subject],
        more,
      );
    request(
      'root',
      '/O=Lighthouse/CN=Lighthouse Root',
      '-x509',
      '-extensions',
      'ca',
      '-days',
      '60',
      '-out',
      'root.pem',
    );
    request('tsa', '/C=DE/O=Lighthouse/CN=Lighthouse Time', '-new', '-out', 'tsa.csr');
    this.run(
      ['x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'],
      ['-days', String(days), '-extfile', 'openssl.cnf', '-extensions', 'tsa', '-out', 'tsa.pem'],
    );
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  read = (name: string) => new Uint8Array(readFileSync(join(this.folder, name)));

  run(args: readonly string[], more: readonly string[] = []): string {
    return execFileSync('openssl', [...args, ...more], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Answers a question as the authority would. */
  reply(query: Uint8Array): Uint8Array<ArrayBuffer> {
    this.write('query.tsq', query);
    this.run([
      'ts',
      '-reply',
      '-config',
      'openssl.cnf',
      '-section',
      'stamps',
      '-queryfile',
      'query.tsq',
      '-out',
      'answer.tsr',
    ]);
    return this.read('answer.tsr');
  }

  /** What another authority said, signed anew in this one's name, whatever its certificate is made for. */
  signAnew(answer: Uint8Array): Uint8Array<ArrayBuffer> {
    this.write('other.tsr', answer);
    this.run(['ts', '-reply', '-in', 'other.tsr', '-token_out', '-out', 'token.der']);
    this.run([
      'cms',
      '-verify',
      '-noverify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'token.der',
      '-out',
      'info.der',
    ]);
    this.run(
      ['cms', '-sign', '-binary', '-nodetach', '-cades', '-econtent_type', '1.2.840.113549.1.9.16.1.4'],
      ['-in', 'info.der', '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-outform', 'DER', '-out', 'anew.der'],
    );
    const granted = writeDer(WRITTEN.sequence, writeDer(WRITTEN.integer, Uint8Array.of(0)));
    return writeDer(WRITTEN.sequence, granted, this.read('anew.der'));
  }

  /** What OpenSSL says of an answer for these bytes; throws where it does not verify. */
  verify(answer: Uint8Array, data: string | Uint8Array): string {
    this.write('checked.tsr', answer);
    this.write('data', data);
    return this.run([
      'ts',
      '-verify',
      '-in',
      'checked.tsr',
      '-data',
      'data',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'tsa.pem',
    ]);
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}
