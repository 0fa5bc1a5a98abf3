<?php
$meta['library'] = ['string'];
$meta['dataset'] = ['string'];
