<?php
$lang['unknown'] = 'Attested knows no widget “%s”. It is one of: %s.';
