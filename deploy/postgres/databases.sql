create database parallax_ingest;
create database parallax_enrich;
create database parallax_publish;
