#!/bin/sh
# WordPress and what it runs on, from the packages of Debian 12 (as root). No service is used.
set -e
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  wordpress wordpress-theme-twentytwentythree \
  php-cli php-mysql php-xml php-mbstring php-gd php-curl mariadb-server
