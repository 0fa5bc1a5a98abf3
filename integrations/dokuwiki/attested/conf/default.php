<?php
$conf['library'] = '/attested/attested.js';
$conf['dataset'] = '/attested/data/conferences.json';
