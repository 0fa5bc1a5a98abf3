<?php
/**
 * Leaves nothing behind but the posts.
 *
 * @package Attested
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

define( 'ATTESTED_VERSION', '0' );
require_once __DIR__ . '/includes/dataset.php';

/** Takes the settings and the cache of one site away. */
function attested_uninstall() {
	delete_option( 'attested_settings' );
	attested_forget();
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $attested_site ) {
		switch_to_blog( $attested_site );
		attested_uninstall();
		restore_current_blog();
	}
} else {
	attested_uninstall();
}
