#!/bin/sh
# Makes a self-signed certificate where there is none, so that the first start has TLS. Browsers
# warn about it. Put your own tls.crt and tls.key into the folder instead.
#
# Environment: TLS_FOLDER; TLS_NAMES, for example "DNS:tickets.example,IP:192.0.2.7"
set -eu

if [ -f "$TLS_FOLDER/tls.crt" ] && [ -f "$TLS_FOLDER/tls.key" ]; then
  # nginx would say only that it cannot start
  if [ "$(openssl x509 -in "$TLS_FOLDER/tls.crt" -noout -pubkey)" != "$(openssl pkey -in "$TLS_FOLDER/tls.key" -pubout)" ]; then
    echo "The key in $TLS_FOLDER/tls.key does not belong to the certificate in tls.crt." >&2
    exit 1
  fi
  if ! openssl x509 -in "$TLS_FOLDER/tls.crt" -noout -checkend 0 >/dev/null; then
    echo "The certificate in $TLS_FOLDER/tls.crt has expired. Renew it, or delete both files for a self-signed one." >&2
    exit 1
  fi
  exit 0
fi
mkdir -p "$TLS_FOLDER"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 -subj "/CN=Frontrow" \
  -addext "subjectAltName=${TLS_NAMES:-DNS:localhost,IP:127.0.0.1}" \
  -keyout "$TLS_FOLDER/tls.key" -out "$TLS_FOLDER/tls.crt" 2>/dev/null
chmod 600 "$TLS_FOLDER/tls.key"
echo "Made a self-signed certificate in $TLS_FOLDER"
