#!/bin/sh
# Makes a self-signed certificate where there is none, so that the first start has TLS. Browsers
# warn about it. Put your own tls.crt and tls.key into the folder instead. A pair that does not fit
# the site stops the start, with the remedy.
#
# Environment: TLS_FOLDER; TLS_NAMES, the names of the site, for example
# "DNS:tickets.example,IP:192.0.2.7". docker-compose.yml takes them from FRONTROW_TLS_NAMES
set -euf

certificate=$TLS_FOLDER/tls.crt
key=$TLS_FOLDER/tls.key
names=$(echo "${TLS_NAMES:-DNS:localhost,IP:127.0.0.1}" | tr -d ' ')

# Prints each name of the site that the certificate does not have.
missing_names() {
  for name in $(echo "$names" | tr , ' '); do
    host=${name#*:}
    case $name in
      IP:*) question=-checkip ;;
      # any name fits a wildcard
      DNS:\**) question=-checkhost host=www${host#?} ;;
      *) question=-checkhost ;;
    esac
    openssl x509 -in "$certificate" -noout "$question" "$host" | grep -q ' does match ' || echo "${name#*:}"
  done
}

# Prints what is wrong with the two files, and the remedy. It prints nothing if they are right.
find_fault() {
  if ! [ -f "$certificate" ] || ! [ -f "$key" ]; then
    echo "Only one of tls.crt and tls.key is in $TLS_FOLDER. Add the other one, or delete it for a self-signed certificate."
  elif ! of_certificate=$(openssl x509 -in "$certificate" -noout -pubkey 2>/dev/null); then
    echo "$certificate is not a certificate. Replace it, or delete both files for a self-signed certificate."
  elif [ "$of_certificate" != "$(openssl pkey -in "$key" -pubout 2>/dev/null)" ]; then
    echo "The key in $key does not belong to the certificate in $certificate. Replace it, or delete both files for a self-signed certificate."
  elif ! openssl x509 -in "$certificate" -noout -checkend 0 >/dev/null; then
    echo "The certificate in $certificate has expired. Renew it, or delete both files for a self-signed certificate."
  else
    for host in $(missing_names); do
      echo "The certificate in $certificate is not for $host. Replace it, or set FRONTROW_TLS_NAMES to the names of your site."
    done
  fi
}

# Checks that this script made the certificate.
is_own() {
  openssl x509 -in "$certificate" -noout -issuer 2>/dev/null | grep -q 'CN *= *Frontrow$'
}

if [ -f "$certificate" ] || [ -f "$key" ]; then
  fault=$(find_fault)
  [ -n "$fault" ] || exit 0
  if ! is_own; then
    # nginx would say only that it cannot start
    echo "$fault" >&2
    exit 1
  fi
fi
mkdir -p "$TLS_FOLDER"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 -subj "/CN=Frontrow" \
  -addext "subjectAltName=$names" -keyout "$key" -out "$certificate" 2>/dev/null
chmod 600 "$key"
echo "Made a self-signed certificate in $TLS_FOLDER"
