# Eleventy, in the folder where this runs.
set -e
npm install --no-audit --no-fund @11ty/eleventy@3.1.8
