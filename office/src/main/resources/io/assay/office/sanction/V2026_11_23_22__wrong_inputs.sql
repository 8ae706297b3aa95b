create index sanction_automatic on sanction.sanction using gin (exchanges) where automation = 'FULLY';
