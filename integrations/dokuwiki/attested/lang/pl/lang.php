<?php
$lang['unknown'] = 'Attested nie zna widżetu „%s”. Jest to jeden z: %s.';
